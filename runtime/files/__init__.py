"""Uploaded files: their content on disk under random names, what they are, and which record carries them."""
