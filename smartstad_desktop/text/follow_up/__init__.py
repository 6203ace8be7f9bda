"""What reports and follow-up are called and told."""
