"""What tests share: real files, a clock that stands still, and rows made by the real commands."""
