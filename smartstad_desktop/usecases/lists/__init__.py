"""Lists out to the municipalities and in again."""
