"""What the members of the enumerations are called, subject by subject; `labels` puts them together."""
