"""From bytes to documents and segments: raw store, readers, canonical text, metadata, speakers, boilerplate.

What the texts say (figures, programs, commitments) belongs to `extraction`.
"""

from ingestion.discovery import CorpusNotFoundError
from ingestion.raw_store import RawStore, RawStoreError
from ingestion.run import Ingested, ingest

__all__ = ["CorpusNotFoundError", "Ingested", "RawStore", "RawStoreError", "ingest"]
