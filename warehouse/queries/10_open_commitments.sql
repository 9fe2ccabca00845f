-- Which undertakings had a deadline that has passed, without a stated launch?
SELECT *
FROM open_commitments(DATE '2026-01-01');
