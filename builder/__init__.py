"""Design time: commands, drafts, checks, impact, publishing, and how an app begins."""
