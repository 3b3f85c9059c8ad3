"""Values: what the règlement, a family, a wish and a message are. No I/O, no clock, no database."""
