"""What personal data and its weeding are called and told."""
