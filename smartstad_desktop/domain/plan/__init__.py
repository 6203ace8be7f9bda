"""Rules of the development plan."""
