"""Edits of views."""
