"""Signing a version of the plan, taking back what was signed elsewhere, and telling whether a file is what it says."""
