"""The tab where personal data is found, handed out, erased and weeded."""
