"""Upgrade steps of stored documents, one pure function per file."""
