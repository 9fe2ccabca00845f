"""What stands behind the statements: mentions become programs, statements become undertakings across documents.

Pure polars over all documents of a run. No files beyond the registry, no clock, no randomness.
"""
