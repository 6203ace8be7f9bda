"""The workspace file: tables, journal, migrations, locks and backups."""
