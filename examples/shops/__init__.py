"""Simulated shops that speak the real protocols; the demo and the tests start the same ones."""
