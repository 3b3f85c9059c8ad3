"""How parents write: case and accents folded, slips and shorthand put right, tables and lines laid out."""
