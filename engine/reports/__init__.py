"""Questions about figures: checked against a definition and rights, and answered from groupings of rows."""
