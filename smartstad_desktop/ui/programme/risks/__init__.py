"""The risks of the programme: the matrix, the list, and one risk beside it."""
