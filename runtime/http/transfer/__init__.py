"""Import and export over HTTP."""
