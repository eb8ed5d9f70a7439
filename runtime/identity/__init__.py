"""Who is there: people, passwords, sessions, tokens, and how often they may try."""
