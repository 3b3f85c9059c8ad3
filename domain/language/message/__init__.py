"""What of a message counts: commas left out, quoted mail, signatures and politeness set apart, whole messages that are no request."""
