"""How each effect is carried out, one file per effect."""
