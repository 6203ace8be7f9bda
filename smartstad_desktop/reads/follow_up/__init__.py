"""What reports tell, which results travel, and what is due when."""
