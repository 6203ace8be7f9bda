"""What is done with the programme itself and its municipalities."""
