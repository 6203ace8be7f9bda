"""The order: what each project is worth by the criteria, how firmly it stands, and what people decided instead."""
