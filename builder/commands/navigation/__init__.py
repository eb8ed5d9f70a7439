"""Edits of what an app offers."""
