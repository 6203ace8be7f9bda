"""Tabs about who decides and who takes part: bodies with their seats, partners, and decisions."""
