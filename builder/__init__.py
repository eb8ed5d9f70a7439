"""Design time: drafts, commands with inverses, checks, impact, publishing."""
