"""What may be asked for: one wish, one function. Standard library only."""
