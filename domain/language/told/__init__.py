"""What is only told: of grown-ups, in passing, in thanks, of what stands already or is over. It asks for nothing."""
