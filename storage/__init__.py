"""The cellar: everything that remembers, and the only SQL."""
