"""What a user can do: commands, and the workspace that runs them."""
