"""What one statement says of time for the weekdays of others: periods, rhythms, beginnings and ends."""
