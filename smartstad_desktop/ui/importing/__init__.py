"""Bringing in the lists that municipalities send."""
