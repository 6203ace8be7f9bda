"""Files in and out: workbooks, text lists and PDF; no database, no Qt."""
