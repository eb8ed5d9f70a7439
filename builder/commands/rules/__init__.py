"""Edits of decision tables."""
