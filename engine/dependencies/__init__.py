"""Who uses what: references and names in expressions, resolved to ids."""
