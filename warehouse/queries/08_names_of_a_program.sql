-- Under which names does each program appear, in which languages?
SELECT m.program_id, m.surface, d.language, count(*) AS mentions
FROM program_mentions AS m
JOIN documents AS d USING (document_id)
GROUP BY ALL
ORDER BY m.program_id, mentions DESC, m.surface, d.language;
