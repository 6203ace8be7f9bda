"""What a new region begins with."""
