"""What happens: functions with the session first, one transaction per turn of the conversation."""
