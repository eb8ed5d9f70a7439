"""Edits of fields: of an entity, or of its detail lines."""
