"""What the development plan is called and told."""
