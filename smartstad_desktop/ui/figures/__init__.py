"""Figures of the programme as charts, each with the table behind it."""
