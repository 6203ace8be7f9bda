"""Rules of personal data: who is looked for, what is kept how long, and what is left when a name goes."""
