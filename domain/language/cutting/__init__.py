"""From marks to propositions: where a sentence is cut, what is refused in it, and what belongs together again."""
