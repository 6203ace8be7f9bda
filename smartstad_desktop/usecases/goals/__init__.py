"""What is done with goals, their indicators and the matrix."""
