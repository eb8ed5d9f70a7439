"""Expressions as SQL: the same meaning as the generated Python, said to SQLite and PostgreSQL."""
