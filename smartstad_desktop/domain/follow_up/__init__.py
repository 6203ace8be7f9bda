"""What came of it: reports, reuse and reminders."""
