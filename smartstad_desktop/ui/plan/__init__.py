"""The development plan and its measures."""
