-- What does the release rest on?
SELECT language, genre, documents, code_points, first_published_on, last_published_on
FROM coverage
ORDER BY language, genre;
