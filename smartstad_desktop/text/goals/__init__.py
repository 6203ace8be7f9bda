"""What goals, scales and global goals are called and told."""
