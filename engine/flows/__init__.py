"""Flows as values: an instance and an event in, the instance after it and effects out."""

from engine.flows.advance import advance

__all__ = ["advance"]
