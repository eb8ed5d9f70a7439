"""The document: schema, generated types, loading, dumping, differences."""
