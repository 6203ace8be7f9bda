"""The programme itself: its municipalities, parts, money and risks."""
