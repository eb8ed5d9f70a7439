"""Drafts: a release and the edits since, with durable undo and redo, shared by several people."""
