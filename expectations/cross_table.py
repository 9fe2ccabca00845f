"""Rules between tables that the schema of no single table states."""

from __future__ import annotations

from expectations.rules import Rule
from warehouse.results import Severity


def _rule(name: str, table: str, description: str, query: str, severity: Severity = "error") -> Rule:
    return Rule(name=f"{table}.{name}", table=table, severity=severity, description=description, query=query)


def cross_table_rules() -> list[Rule]:
    """Counts agree with the rows they count, spans lie in their segment, parts belong to the same document."""
    spans = [
        _rule(
            "span.same_document",
            table,
            "the segment of a row belongs to its document",
            f"SELECT held.{key} AS row FROM {table} AS held JOIN segments AS s USING (segment_id) "
            "WHERE s.document_id <> held.document_id",
        )
        for table, key in (
            ("figures", "figure_id"),
            ("program_mentions", "mention_id"),
            ("commitments", "commitment_id"),
        )
    ]
    return [
        *spans,
        _rule(
            "segment_count.counts",
            "documents",
            "segment_count is the number of segments",
            "SELECT d.document_id AS row FROM documents AS d LEFT JOIN "
            "(SELECT document_id, count(*) AS n FROM segments GROUP BY document_id) AS s USING (document_id) "
            "WHERE d.segment_count IS DISTINCT FROM coalesce(s.n, 0)",
        ),
        _rule(
            "ordinal.contiguous",
            "segments",
            "segments of a document are numbered from 0 without gaps",
            "SELECT document_id AS row FROM segments GROUP BY document_id "
            "HAVING min(ordinal) <> 0 OR max(ordinal) <> count(*) - 1 OR count(DISTINCT ordinal) <> count(*)",
        ),
        _rule(
            "overlap.none",
            "segments",
            "segments do not overlap",
            "SELECT segment_id AS row FROM (SELECT segment_id, char_start, lag(char_end) OVER "
            "(PARTITION BY document_id ORDER BY ordinal) AS previous_end FROM segments) "
            "WHERE char_start < previous_end",
        ),
        _rule(
            "near_duplicate_of.not_itself",
            "documents",
            "a document is not a near-duplicate of itself or of a near-duplicate",
            "SELECT d.document_id AS row FROM documents AS d JOIN documents AS p "
            "ON p.document_id = d.near_duplicate_of WHERE p.near_duplicate_of IS NOT NULL "
            "OR d.document_id = p.document_id",
        ),
        _rule(
            "mention_count.counts",
            "programs",
            "mention_count is the number of mentions",
            "SELECT p.program_id AS row FROM programs AS p LEFT JOIN "
            "(SELECT program_id, count(*) AS n FROM program_mentions GROUP BY program_id) AS m USING (program_id) "
            "WHERE p.mention_count IS DISTINCT FROM m.n",
        ),
        _rule(
            "statement_count.counts",
            "commitment_threads",
            "statement_count is the number of statements, those of near-duplicates not counted again",
            "SELECT t.thread_id AS row FROM commitment_threads AS t LEFT JOIN "
            "(SELECT c.thread_id, greatest(1, count(*) FILTER (d.near_duplicate_of IS NULL)) AS n "
            "FROM commitments AS c JOIN documents AS d USING (document_id) GROUP BY c.thread_id) AS c "
            "USING (thread_id) "
            "WHERE t.statement_count IS DISTINCT FROM c.n",
        ),
        _rule(
            "figure_ids.inside",
            "commitments",
            "figures of a commitment lie in its span",
            "SELECT c.commitment_id AS row FROM commitments AS c CROSS JOIN unnest(c.figure_ids) AS held(figure_id) "
            "JOIN figures AS f ON f.figure_id = held.figure_id WHERE f.document_id <> c.document_id "
            "OR f.char_start < c.char_start OR f.char_end > c.char_end",
        ),
        _rule(
            "bound.agrees",
            "figures",
            "open bounds leave one side open, the others none",
            "SELECT figure_id AS row FROM figures WHERE NOT list_contains(flags, 'malformed_number') AND ("
            "(bound IN ('more_than', 'at_least') AND (value_low IS NULL OR value_high IS NOT NULL)) OR "
            "(bound IN ('less_than', 'at_most') AND (value_high IS NULL OR value_low IS NOT NULL)) OR "
            "(bound IN ('exact', 'approximate') AND value_low IS DISTINCT FROM value_high))",
        ),
        _rule(
            "value.missing",
            "figures",
            "only figures the text prints wrongly have no value",
            "SELECT figure_id AS row FROM figures WHERE value_low IS NULL AND value_high IS NULL "
            "AND NOT list_contains(flags, 'malformed_number')",
        ),
        _rule(
            "unit.money",
            "figures",
            "the unit of money is an ISO 4217 code",
            "SELECT figure_id AS row FROM figures WHERE unit_kind = 'money' AND unit IS NOT NULL "
            "AND NOT regexp_full_match(unit, '[A-Z]{3}')",
        ),
        _rule(
            "actors.filled",
            "commitments",
            "at least six in ten commitments name who undertakes them",
            "SELECT printf('%.0f %% name an actor', 100 * avg((len(actors) > 0)::INT)) AS row FROM commitments "
            "HAVING avg((len(actors) > 0)::INT) < 0.6",
            "warning",
        ),
        _rule(
            "rows.any",
            "documents",
            "there is at least one document",
            "SELECT 'no document' AS row FROM documents HAVING count(*) = 0",
        ),
    ]
