"""From propositions to statements: how each is meant, and to whom and when its items are dealt."""
