"""Composition root: the only package that knows everything."""
