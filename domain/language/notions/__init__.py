"""What the rules speak of: days, hours, marks, propositions, statements, clauses and what is left open. Data only."""
