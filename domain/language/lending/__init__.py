"""What neighbours lend: a clause takes whom, what and when it does not name from what was said around it."""
