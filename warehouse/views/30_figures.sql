CREATE MACRO figures_of_program(wanted) AS TABLE
SELECT
    coalesce(f.period_start, d.published_on) AS stated_for,
    f.period_start,
    f.period_end,
    f.value_low,
    f.value_high,
    f.bound,
    f.unit,
    f.measure,
    f.status,
    f.surface,
    f.figure_id,
    d.title,
    d.published_on
FROM figures AS f
JOIN documents AS d ON d.document_id = f.document_id
WHERE list_contains(f.program_ids, wanted)
ORDER BY stated_for NULLS LAST, d.published_on NULLS LAST, f.char_start;
COMMENT ON MACRO TABLE figures_of_program IS 'figures_of_program(program_id): figures stated in the same clause as a program, over time.';

CREATE VIEW conflicts AS
SELECT
    c.thread_id,
    f.unit,
    count(DISTINCT (f.value_low, f.value_high)) AS different_values,
    list(DISTINCT f.surface ORDER BY f.surface) AS surfaces,
    list(DISTINCT f.figure_id ORDER BY f.figure_id) AS figure_ids
FROM commitments AS c
CROSS JOIN unnest(c.figure_ids) AS stated(figure_id)
JOIN figures AS f ON f.figure_id = stated.figure_id
GROUP BY c.thread_id, f.unit
HAVING count(DISTINCT c.document_id) > 1 AND count(DISTINCT (f.value_low, f.value_high)) > 1
ORDER BY c.thread_id, f.unit;
COMMENT ON VIEW conflicts IS 'Undertakings for which different documents state different amounts in the same unit.';

CREATE VIEW coverage AS
SELECT
    d.language,
    d.genre,
    count(*) AS documents,
    sum(d.char_count) AS code_points,
    min(d.published_on) AS first_published_on,
    max(d.published_on) AS last_published_on,
    count(*) FILTER (d.near_duplicate_of IS NOT NULL) AS near_duplicates
FROM documents AS d
GROUP BY ALL
ORDER BY d.language, d.genre;
COMMENT ON VIEW coverage IS 'What the release rests on: documents and text by language and genre.';
