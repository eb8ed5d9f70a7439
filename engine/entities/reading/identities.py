"""Ids of records, people and files: UUIDs as lower-case text, alone or in the expanded form of an answer."""

import re
from collections.abc import Mapping

from engine.kernel.issue import Issue

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def read_id(raw: object) -> str | Issue | None:
    """Read one id, given as text or as an object with `id`; an empty text is blank."""
    given = raw if isinstance(raw, str) or not isinstance(raw, Mapping) else raw.get("id", raw)
    if given is None:
        return None
    if not isinstance(given, str):
        return Issue("value.id.unreadable", params={"value": str(given)[:60]})
    text = given.strip().lower()
    if not text:
        return None
    return text if _UUID.fullmatch(text) else Issue("value.id.unreadable", params={"value": given[:60]})


def read_ids(raw: object) -> tuple[str, ...] | Issue | None:
    """Read a list of ids, each kept once, in the order given; no ids are blank."""
    if raw is None:
        return None
    if not isinstance(raw, list | tuple):
        return Issue("value.list.expected")
    found: dict[str, None] = {}
    for index, each in enumerate(raw):
        id = read_id(each)
        if isinstance(id, Issue):
            return id.under(index)
        if id is not None:
            found[id] = None
    return tuple(found) or None
