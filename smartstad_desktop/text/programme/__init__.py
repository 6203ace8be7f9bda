"""What the programme's work, money and municipalities are called and told."""
