"""Days and periods: the phrases that name them, and the calendar over which they are laid."""
