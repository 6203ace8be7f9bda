"""What is shown of buying together."""
