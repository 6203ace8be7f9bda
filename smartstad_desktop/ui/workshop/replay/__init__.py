"""How the order came about."""
