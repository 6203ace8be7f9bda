"""Buying together: candidates, cases, parties and the limits of law."""
