"""Bytes in: the only rooms that read the outside world."""
