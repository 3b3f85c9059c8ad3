"""What happens without anyone asking: ticks that ask "what is due at now?", and the courier that empties the outbox."""
