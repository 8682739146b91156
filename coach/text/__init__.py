"""From raw text to clean text, tokens, clauses and language, with offsets kept."""
