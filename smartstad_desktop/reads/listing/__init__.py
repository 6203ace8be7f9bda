"""Rows of the command line's lists."""
