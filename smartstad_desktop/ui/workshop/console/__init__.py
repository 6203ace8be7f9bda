"""The operator's surface during the meeting."""
