"""What every page about cases shares: the line of stages, the checklist, the gate, the roles and the log."""
