"""Movements and reservations of stock over HTTP."""
