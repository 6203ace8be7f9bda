"""Preferences, about and licences."""
