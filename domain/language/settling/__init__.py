"""From statements to clauses: the part that each plays beside the others, absences, headings, and what stands."""
