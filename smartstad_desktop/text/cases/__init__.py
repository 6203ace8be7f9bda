"""What cases of a routine are called and told."""
