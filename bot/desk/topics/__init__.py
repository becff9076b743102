"""The built-in topics: gazetteer and facets decide a grade, with reasons."""
