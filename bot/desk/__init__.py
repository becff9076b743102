"""Decides. Pure: same input, same output; no I/O, no clock, no logging."""
