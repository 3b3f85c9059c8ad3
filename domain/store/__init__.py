"""What is kept: typed tables, the session that guards them, the inbox and the outbox."""
