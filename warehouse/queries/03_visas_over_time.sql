-- How many visas, permits and slots are stated, for which period?
SELECT coalesce(f.period_start, d.published_on) AS stated_for, f.surface, f.bound, f.value_low, f.value_high, f.status, d.publisher
FROM figures AS f
JOIN documents AS d USING (document_id)
WHERE f.unit_kind = 'visas'
ORDER BY stated_for NULLS LAST, f.figure_id;
