"""Reports to the steering group, follow-up of measures, results that travel, and reminders."""
