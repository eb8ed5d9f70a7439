"""Edits of roles: who may do what with records, fields, boards and documents."""
