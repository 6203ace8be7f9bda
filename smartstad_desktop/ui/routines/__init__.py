"""The desk of a routine: its stages and points, its versions, and which municipalities work by it."""
