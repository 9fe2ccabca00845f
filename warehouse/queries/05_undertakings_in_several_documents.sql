-- Which undertakings are stated in more than one document, and where do they stand?
SELECT thread_id, title, actors, status, first_stated_on, last_stated_on, statement_count, document_count, publisher_count
FROM commitment_threads
WHERE document_count > 1
ORDER BY document_count DESC, statement_count DESC, thread_id;
