"""Where records, documents, files and their history lie; nothing outside sees a database row."""
