"""What the room sees: a window of its own that can only read what everybody may see."""
