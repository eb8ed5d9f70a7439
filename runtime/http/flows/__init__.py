"""Runs of flows over HTTP: where they stand, starting and ending them."""
