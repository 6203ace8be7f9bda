"""Cuts, bands, order, reasons and reservations."""
