"""Organisations and partners, bodies with their seats, and decisions with their assignments."""
