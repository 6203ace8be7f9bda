"""Packages: what is handed out, archived and sent to each municipality."""
