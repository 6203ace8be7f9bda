"""Residents' needs under value words, and the digital services on the market."""
