"""What a user can do with organisations, bodies, seats and decisions."""
