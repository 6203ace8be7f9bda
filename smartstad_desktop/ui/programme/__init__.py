"""The programme's own facts and its municipalities."""
