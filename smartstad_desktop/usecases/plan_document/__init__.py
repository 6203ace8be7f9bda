"""The development plan as a document: what each part of it tells, and how it becomes a file."""
