"""Questions about figures, their members and rows, and boards of reports."""
