-- Who undertakes how much, year by year, and how firmly?
SELECT actor, year, force, statements, undertakings
FROM commitments_by_actor_and_year
ORDER BY actor, year NULLS LAST, force;
