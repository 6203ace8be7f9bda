"""Routines that municipalities share, testbeds, and what is tried in them."""
