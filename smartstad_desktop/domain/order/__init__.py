"""Criteria, weights, scores and the order that follows from them."""
