"""Edits of reports."""
