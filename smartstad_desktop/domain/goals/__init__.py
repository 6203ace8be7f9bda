"""The tree of goals, its indicators, and what contributes to what."""
