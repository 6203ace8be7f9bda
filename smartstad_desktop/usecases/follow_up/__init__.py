"""Reports, reuse of results, follow-up of measures, and reminders."""
