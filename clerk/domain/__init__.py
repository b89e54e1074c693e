"""The rules of the counter. Standard library only."""
