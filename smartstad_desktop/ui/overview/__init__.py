"""What is missing, what to do next, and the latest changes."""
