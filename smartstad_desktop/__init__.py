"""SMARTstad: a smart-city programme of several municipalities in one file."""

__version__ = "0.1.0"
