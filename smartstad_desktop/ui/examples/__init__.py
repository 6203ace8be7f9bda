"""Examples seen elsewhere, and who could adopt them."""
