"""Signing in, who am I, preferences, signing out."""
