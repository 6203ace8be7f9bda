"""Criteria, scores, weights and scenarios."""
