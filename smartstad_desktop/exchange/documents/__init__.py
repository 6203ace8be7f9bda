"""Documents, and how they become PDF and text."""
