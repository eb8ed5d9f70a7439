"""Tasks of people over HTTP: lists, one task, decisions."""
