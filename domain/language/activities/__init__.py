"""Which activities are meant, and the hours of coming and leaving."""
