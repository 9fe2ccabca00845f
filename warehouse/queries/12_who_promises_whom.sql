-- Who undertakes something towards whom?
SELECT actor, counterparty, count(*) AS statements
FROM (
    SELECT unnest(c.actors) AS actor, c.counterparties
    FROM commitments AS c
) AS stated
CROSS JOIN unnest(stated.counterparties) AS party(counterparty)
GROUP BY actor, counterparty
ORDER BY statements DESC, actor, counterparty;
