"""Edits of the layout of a form."""
