"""Departments over HTTP."""
