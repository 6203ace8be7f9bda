"""Taking in ballots at the console."""
