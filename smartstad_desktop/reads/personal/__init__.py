"""What the file knows about persons, and how long it may."""
