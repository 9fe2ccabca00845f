-- Which amounts of money does a text tie to a stated period?
SELECT f.surface, f.value_low, f.unit, f.period_start, f.period_end, f.actors, d.title
FROM figures AS f
JOIN documents AS d USING (document_id)
WHERE f.unit_kind = 'money' AND (f.period_start IS NOT NULL OR f.period_end IS NOT NULL)
ORDER BY f.period_start NULLS LAST, f.figure_id;
