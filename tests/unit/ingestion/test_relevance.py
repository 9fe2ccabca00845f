"""How strongly a text is about migration cooperation."""

import polars as pl

from ingestion.relevance import relevance


def score(text: str) -> float:
    found: float = pl.DataFrame({"text": [text]}).select(relevance()).item()
    return found


def test_relevance_rises_with_migration_and_cooperation() -> None:
    nothing = score("The harbour town bought three new ferries.")
    migration = score("Migrants and refugees crossed the harbour town.")
    both = score("Both countries agreed on bilateral cooperation for migrants and refugees in the harbour town.")
    assert 0 == nothing < migration < both <= 1


def test_relevance_is_thinned_by_other_text() -> None:
    text = "Los dos gobiernos hablaron de las personas migrantes. "
    assert score(text) > score(text + "El puerto tiene tres barcos nuevos. " * 200)


def test_words_count_whole_only() -> None:
    assert score("The immigrantless borderline visaged asylumish town.") == 0
