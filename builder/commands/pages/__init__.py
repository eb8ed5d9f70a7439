"""Edits of pages of blocks."""
