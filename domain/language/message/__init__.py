"""What of a message counts: commas left out, quotes, signatures, politeness; whole messages that are no request."""
