"""Expressions that people write in use."""
