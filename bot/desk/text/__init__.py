"""What text is made of: folding, tokens, scripts, URLs."""
