-- Which numbers did the text print wrongly, so that no value could be read?
SELECT f.surface, f.flags, d.title, d.publisher, f.figure_id
FROM figures AS f
JOIN documents AS d USING (document_id)
WHERE list_contains(f.flags, 'malformed_number')
ORDER BY f.figure_id;
