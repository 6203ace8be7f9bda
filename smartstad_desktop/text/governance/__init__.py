"""What organisations, bodies and decisions are called and told."""
