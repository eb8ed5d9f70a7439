"""Descriptions of the API for programs: of the whole, and of one app with its entities."""
