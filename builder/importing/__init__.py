"""From tables of a file to an app: what each column means, which tables are linked, and the documents."""
