"""Projects, needs, services and examples."""
