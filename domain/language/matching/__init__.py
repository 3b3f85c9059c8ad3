"""How a pattern is asked of a text: compiled when first needed, and tried only where the text has its clues."""
