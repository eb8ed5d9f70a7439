"""What a masked field shows: a hint of its value to those who know it already, and nothing to others."""

from engine.kernel.values import Value

HIDDEN = "••••"


def mask(value: Value) -> str | None:
    """Return the shown part of a value: the ends of a longer text, of anything else only that it is there."""
    if value is None:
        return None
    if isinstance(value, str) and len(value) >= 8:
        return f"{value[:2]}{HIDDEN}{value[-2:]}"
    return HIDDEN
