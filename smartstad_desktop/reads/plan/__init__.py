"""Measures, what they rest on, and versions."""
