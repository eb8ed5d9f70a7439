"""How each field type is stored: one file per type, keyed as in the schema."""
