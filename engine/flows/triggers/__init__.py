"""Kinds of triggers: does one fire for a change."""
