"""Benefit and effort as a surface of dots."""
