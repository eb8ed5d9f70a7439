"""Translatable messages: issue codes and parameters to sentences."""
