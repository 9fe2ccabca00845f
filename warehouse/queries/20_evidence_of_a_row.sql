-- What stands before and after the words of a row?
SELECT before, surface, after, speaker, title, publisher, published_on
FROM evidence((SELECT min(commitment_id) FROM commitments));
