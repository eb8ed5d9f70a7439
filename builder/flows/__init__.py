"""Looking at flows of a draft before they are published."""
