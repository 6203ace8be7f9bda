"""What the console, the wall and the minutes show."""
