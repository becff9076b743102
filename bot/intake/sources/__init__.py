"""One file per format: how a source is read."""
