"""Notifications of a person over HTTP."""
