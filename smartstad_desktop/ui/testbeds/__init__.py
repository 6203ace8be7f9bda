"""Testbeds and what is tried in them."""
