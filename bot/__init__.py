"""chipwire: the right story, once, at once, with the reason why."""
