"""Decision tables: read, decided, checked, and said as one expression."""
