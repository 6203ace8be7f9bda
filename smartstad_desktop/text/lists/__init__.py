"""What lists and their contents are called and told."""
