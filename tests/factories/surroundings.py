"""What surrounds one evaluation in tests: a fixed moment, a time zone, a user."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from engine.expressions.context import Context

NOW = datetime(2026, 11, 23, 2, 11, 5, tzinfo=UTC)
USER = "0192f7c4-0000-7000-8000-000000000001"


def make_context(**more: Any) -> Context:
    return Context(**{"now": NOW, "timezone": ZoneInfo("Asia/Shanghai"), "user": USER, **more})


def make_id(number: int) -> str:
    """Make a record id that reads as its number."""
    return f"0192f7c4-8a3e-7cc1-9d2e-{number:012d}"
