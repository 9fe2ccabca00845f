-- Which instruments were found that nobody registered yet, with a sentence that names each?
SELECT p.program_id, p.name, p.kind, p.document_count, any_value(s.text ORDER BY m.mention_id) AS named_in
FROM programs AS p
JOIN program_mentions AS m USING (program_id)
JOIN segments AS s ON s.segment_id = m.segment_id
WHERE p.registry_status = 'candidate'
GROUP BY ALL
ORDER BY p.document_count DESC, p.program_id;
