"""The REST surface, one folder per feature."""
