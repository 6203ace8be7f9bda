"""The tab where personal data is found, handed out, erased and weeded; it stands with the reports."""
