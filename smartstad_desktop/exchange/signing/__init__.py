"""Signatures in PDF files: places for them, making them, and reading them.

The library behind is an optional part of the installation, so it is imported only where it is used.
"""
