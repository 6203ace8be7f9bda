"""What one cell says, and how a value is shown in one."""
