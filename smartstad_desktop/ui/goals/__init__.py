"""The page of the target vision: goals, and the chain from track to activity."""
