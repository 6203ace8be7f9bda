"""Workshops: the list of them, their preparation, and the console of the one that is going on."""
