"""Understanding parents: many small rules, in rooms that import only downwards (pyproject.toml draws the order)."""
