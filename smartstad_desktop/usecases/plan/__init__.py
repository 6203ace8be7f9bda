"""Measures, commitments, versions and the plan as a document."""
