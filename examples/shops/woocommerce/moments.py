"""Moments as the API writes them: once by the shop's clock on the wall, once in GMT, without an offset."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")


def both(name: str, moment: datetime | None) -> dict[str, Any]:
    """Return `<name>` and `<name>_gmt`."""
    if moment is None:
        return {name: None, f"{name}_gmt": None}
    return {name: _text(moment.astimezone(ZONE)), f"{name}_gmt": _text(moment.astimezone(UTC))}


def read(text: str, *, is_gmt: bool) -> datetime:
    """Read a moment of a filter."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC if is_gmt else ZONE)).astimezone(UTC)


def of(thing: dict[str, Any], name: str) -> datetime:
    """Return a moment of a thing."""
    return datetime.fromisoformat(thing[f"{name}_gmt"]).replace(tzinfo=UTC)


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S")
