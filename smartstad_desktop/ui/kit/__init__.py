"""The small toolkit that all pages share; it knows no page."""
