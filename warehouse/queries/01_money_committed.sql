-- How much money was undertaken but not yet spent, largest first, in the words of the text?
SELECT f.surface, f.value_low, f.value_high, f.unit, f.measure, f.period_start, f.period_end, d.publisher, d.published_on
FROM figures AS f
JOIN documents AS d USING (document_id)
WHERE f.unit_kind = 'money' AND f.status = 'committed'
ORDER BY coalesce(f.value_low, f.value_high) DESC NULLS LAST, f.figure_id;
