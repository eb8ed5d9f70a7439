"""Edits of dashboards and their tiles."""
