"""The programme, its municipalities, and later its parts, money and risks."""
