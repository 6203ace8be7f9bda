"""Shared routines, testbeds, and what is tried in them, as the pages show them."""
