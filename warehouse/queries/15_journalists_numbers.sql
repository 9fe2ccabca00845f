-- Which numbers were put forward by journalists rather than officials?
SELECT f.surface, f.status, s.speaker, d.title
FROM figures AS f
JOIN segments AS s USING (segment_id)
JOIN documents AS d ON d.document_id = f.document_id
WHERE f.speaker_role = 'journalist'
ORDER BY f.figure_id;
