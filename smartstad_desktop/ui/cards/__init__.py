"""Boards of cards in columns, as every page uses them: views, hand, keys, list, and the commands they ask for."""
