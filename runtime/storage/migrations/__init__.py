"""Revisions of the system tables, oldest first; alembic runs them."""
