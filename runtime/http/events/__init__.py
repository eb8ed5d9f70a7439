"""What changed, as server-sent events."""
