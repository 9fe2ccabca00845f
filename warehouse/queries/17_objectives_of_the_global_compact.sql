-- Which objectives of the Global Compact for Migration do the undertakings serve?
SELECT objective, count(*) AS statements, count(DISTINCT c.thread_id) AS undertakings
FROM commitments AS c
CROSS JOIN unnest(c.gcm_objectives) AS served(objective)
GROUP BY objective
ORDER BY objective;
