"""Incidents over HTTP: what went wrong, and mending it."""
