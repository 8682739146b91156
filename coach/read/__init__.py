"""The reader: from words to verdicts that carry their evidence."""
