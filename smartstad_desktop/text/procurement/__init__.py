"""What procurements are called and told."""
