"""The tree of goals, the matrix and the chain of effects."""
