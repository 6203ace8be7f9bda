"""Rules of packages: what is asked for, what is kept back and why."""
