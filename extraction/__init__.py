"""What the texts say: figures, program mentions and commitment statements, each with its exact words.

Pure polars, one module or package per phenomenon. Words live in `lexicons/<language>/*.csv`, rules in code. No files
beyond those lexicons and the reference tables, no clock, no randomness; nothing here looks across documents.
"""
