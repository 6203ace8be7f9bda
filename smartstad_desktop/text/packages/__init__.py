"""Words of packages."""
