"""Flows at work: triggers, steps with their effects, the outbox and who empties it, tasks, incidents."""
