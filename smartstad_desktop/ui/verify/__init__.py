"""The window that tells whether a plan PDF is what it says it is."""
