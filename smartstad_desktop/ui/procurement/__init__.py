"""Buying together: what could be, what is going on, and the limits of law."""
