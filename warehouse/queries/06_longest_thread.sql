-- How did the most often stated undertaking develop from text to text?
SELECT *
FROM thread_timeline((SELECT thread_id FROM commitment_threads ORDER BY document_count DESC, statement_count DESC, thread_id LIMIT 1));
