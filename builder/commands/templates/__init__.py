"""Edits of message templates."""
