CREATE VIEW commitments_by_actor_and_year AS
SELECT
    party.actor,
    year(d.published_on) AS year,
    c.force,
    count(*) AS statements,
    count(DISTINCT c.thread_id) AS undertakings
FROM commitments AS c
CROSS JOIN unnest(c.actors) AS party(actor)
JOIN documents AS d ON d.document_id = c.document_id
GROUP BY ALL
ORDER BY party.actor, year, c.force;
COMMENT ON VIEW commitments_by_actor_and_year IS 'How often each party undertook something, by year of the document and force; undertakings counts threads.';

CREATE MACRO thread_timeline(wanted) AS TABLE
SELECT d.published_on, d.publisher, d.language, c.force, c.polarity, c.actors, c.surface, c.commitment_id, d.title
FROM commitments AS c
JOIN documents AS d ON d.document_id = c.document_id
WHERE c.thread_id = wanted
ORDER BY d.published_on NULLS LAST, d.publisher, c.char_start;
COMMENT ON MACRO TABLE thread_timeline IS 'thread_timeline(thread_id): every statement of one undertaking in order of date.';

CREATE MACRO open_commitments(on_date) AS TABLE
SELECT c.commitment_id, c.actors, c.surface, c.period_end AS deadline, t.status AS thread_status, d.published_on, d.title
FROM commitments AS c
JOIN documents AS d ON d.document_id = c.document_id
JOIN commitment_threads AS t ON t.thread_id = c.thread_id
WHERE c.period_end < on_date AND c.polarity = 'affirmed' AND t.status <> 'launched'
ORDER BY c.period_end, c.commitment_id;
COMMENT ON MACRO TABLE open_commitments IS 'open_commitments(date): undertakings whose stated deadline has passed by that date and of which no launch was stated.';
