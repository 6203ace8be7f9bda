"""Organisations, bodies with their seats, and what they decide."""
