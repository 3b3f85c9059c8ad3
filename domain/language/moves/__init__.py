"""One thing for another: moves, exchanges, slips of the tongue and bookings that are taken back for others."""
