"""Prioritising by moving cards between columns."""
