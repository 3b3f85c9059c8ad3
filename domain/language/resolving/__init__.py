"""From clauses to wishes on the calendar, and the questions about what stays open."""
