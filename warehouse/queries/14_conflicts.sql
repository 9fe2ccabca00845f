-- For which undertakings do documents state different amounts?
SELECT t.title, c.unit, c.surfaces, t.document_count
FROM conflicts AS c
JOIN commitment_threads AS t USING (thread_id)
ORDER BY t.document_count DESC, c.thread_id, c.unit;
