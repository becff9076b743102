"""One file per channel: render is pure, send answers."""
