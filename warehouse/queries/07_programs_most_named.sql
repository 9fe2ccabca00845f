-- Which programs are named in the most texts?
SELECT program_id, name, kind, topic, registry_status, document_count, mention_count, first_mentioned_on, last_mentioned_on
FROM programs
ORDER BY document_count DESC, mention_count DESC, program_id;
