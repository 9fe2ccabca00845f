"""What a text is (title, genre, language, date, publisher) where the source does not say."""
