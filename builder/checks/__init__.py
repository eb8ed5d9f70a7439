"""Live checks of a draft: what would be wrong or unwise, each with the document and place it concerns."""
