"""How an app begins: blank, from a starter, or from tables of a file."""
