"""Connectors: how they are set up, how they fare, what came in."""
