"""Records and their rules: field types, reading what was submitted, computed fields, constraints."""
