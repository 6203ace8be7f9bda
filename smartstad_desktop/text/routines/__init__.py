"""What routines are called and told."""
