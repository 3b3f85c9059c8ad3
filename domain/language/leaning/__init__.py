"""Short answers and sentences that lean on what was said before, as they are found."""
