-- What do states rule out, or promise only on a condition?
SELECT c.polarity, c.actors, c.surface, d.publisher, d.published_on
FROM commitments AS c
JOIN documents AS d USING (document_id)
WHERE c.polarity <> 'affirmed'
ORDER BY c.polarity, d.published_on NULLS LAST, c.commitment_id;
