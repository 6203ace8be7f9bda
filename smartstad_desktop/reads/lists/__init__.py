"""What went out, what came in, and what we hold beside it."""
