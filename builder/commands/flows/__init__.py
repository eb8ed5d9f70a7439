"""Edits of flows: their steps, the ways between them, what starts them."""
