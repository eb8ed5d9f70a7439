"""Edits of a draft: one file per kind, each a pure function from documents to documents."""
