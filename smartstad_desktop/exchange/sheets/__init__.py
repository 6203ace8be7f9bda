"""The sheets of our own workbook and their columns."""
