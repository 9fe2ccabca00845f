-- Which figures are stated together with the program that has the most of them?
SELECT *
FROM figures_of_program((
    SELECT program_id
    FROM figures
    CROSS JOIN unnest(program_ids) AS named(program_id)
    GROUP BY program_id
    ORDER BY count(*) DESC, program_id
    LIMIT 1
));
