"""What of a message counts: quoted mail, signatures and politeness set apart, whole messages that are no request."""
