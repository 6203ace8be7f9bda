"""Writing workbooks and tables, and reading them back."""
