"""What sessions, rounds and voting are called and told."""
