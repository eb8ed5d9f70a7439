"""Edits of entities themselves, of their checks and of what occurs once."""
