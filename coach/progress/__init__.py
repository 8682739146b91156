"""Progress: what each user rehearsed, how it went, and what to practise next."""
