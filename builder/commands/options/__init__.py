"""Edits of option lists."""
