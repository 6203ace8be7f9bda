"""Sessions, rounds, ballots and how they are counted."""
