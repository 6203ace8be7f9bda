"""What a round is about, and the talk between two of them."""
