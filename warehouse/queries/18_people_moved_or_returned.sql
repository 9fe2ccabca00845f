-- Which numbers of people are stated as fact, with the period they cover?
SELECT f.value_low, f.value_high, f.bound, f.surface, f.measure, f.period_start, f.period_end, d.publisher, d.published_on
FROM figures AS f
JOIN documents AS d USING (document_id)
WHERE f.unit_kind = 'people' AND f.status = 'reported'
ORDER BY coalesce(f.value_low, f.value_high) DESC NULLS LAST, f.figure_id;
