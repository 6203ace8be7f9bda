"""What testbeds and tests are called and told."""
