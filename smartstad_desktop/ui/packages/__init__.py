"""Dialogs that make packages."""
