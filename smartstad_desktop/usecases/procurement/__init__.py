"""Buying together: limits of law, candidates, cases and their parties."""
