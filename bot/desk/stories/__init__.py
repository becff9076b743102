"""Which story: copies, same language, across languages, vetoes; MERGE, THREAD or NEW, with the reason."""
