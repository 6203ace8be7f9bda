"""The parts of the budget tab."""
