"""Reading what a municipality sends: any workbook, any table."""
