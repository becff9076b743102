"""Words out: what is told, how it is laid out, when it may leave, and what an answer means."""
