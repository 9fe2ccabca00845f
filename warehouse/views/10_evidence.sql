-- Every row with a span, whatever its table, so that one id is enough to find it.
CREATE VIEW evidence_rows AS
SELECT figure_id AS row_id, 'figures' AS table_name, document_id, segment_id, char_start, char_end, surface, method FROM figures
UNION ALL
SELECT mention_id, 'program_mentions', document_id, segment_id, char_start, char_end, surface, method FROM program_mentions
UNION ALL
SELECT commitment_id, 'commitments', document_id, segment_id, char_start, char_end, surface, method FROM commitments;
COMMENT ON VIEW evidence_rows IS 'All figures, program mentions and commitments with their spans: row id, table, document, segment, offsets, exact words, rule.';

CREATE MACRO evidence(wanted) AS TABLE
SELECT
    e.row_id,
    e.table_name,
    e.surface,
    substr(s.text, 1, e.char_start - s.char_start) AS before,
    substr(s.text, e.char_end - s.char_start + 1) AS after,
    s.speaker,
    s.speaker_role,
    d.title,
    d.publisher,
    d.published_on,
    d.source_uri,
    d.source_name,
    e.method
FROM evidence_rows AS e
JOIN segments AS s ON s.segment_id = e.segment_id
JOIN documents AS d ON d.document_id = e.document_id
WHERE e.row_id = wanted;
COMMENT ON MACRO TABLE evidence IS 'evidence(row_id): the words of a row between what stands before and after them in their paragraph, with speaker, title, publisher, date and link.';
