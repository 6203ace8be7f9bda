"""What a user can do with shared routines, testbeds, and what is tried in them."""
