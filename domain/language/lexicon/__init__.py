"""The words, as patterns over folded text, and as families of words. Data only."""
