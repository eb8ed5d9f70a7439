"""The difference of two Definitions as a list of changes, by immutable ids.

It drives reviews and storage plans alike; a rename is a changed property, never remove and add.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document, kind_of
from engine.metadata.model import Document

Action = Literal["add", "remove", "change"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `thing` is a kind of document or `field`; values are JSON kinds.

    For a field, `owner` is the id of its entity, or of the detail lines field it is a column of;
    otherwise it is empty. `property` and the values before and after say what changed in it.
    """

    action: Action
    thing: str
    id: str
    owner: str = ""
    property: str = ""
    before: Any = None
    after: Any = None


def diff(old: Definition, new: Definition) -> list[Change]:
    """List what must change in `old` to become `new`."""
    before = {each.id: each for each in old.documents()}
    after = {each.id: each for each in new.documents()}
    changes: list[Change] = []
    for id in [*before, *(id for id in after if id not in before)]:
        changes += _document(before.get(id), after.get(id))
    return changes


def _document(old: Document | None, new: Document | None) -> Iterator[Change]:
    kind = kind_of(old or new)  # type: ignore[arg-type]
    before, after = (dump_document(each) if each else None for each in (old, new))
    yield from _thing(kind, before, after, owner="")


def _thing(
    thing: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, *, owner: str
) -> Iterator[Change]:
    if before is None and after is not None:
        yield Change("add", thing, after["id"], owner, after=after)
        yield from _fields({}, after)
    elif after is None and before is not None:
        yield Change("remove", thing, before["id"], owner, before=before)
    elif before is not None and after is not None and before != after:
        yield from _properties(thing, before, after, owner)
        yield from _fields(before, after)


def _properties(
    thing: str, before: Mapping[str, Any], after: Mapping[str, Any], owner: str
) -> Iterator[Change]:
    for key in [*before, *(key for key in after if key not in before)]:
        old, new = _without_fields(key, before.get(key)), _without_fields(key, after.get(key))
        if old != new:
            yield Change("change", thing, after["id"], owner, key, old, new)


def _without_fields(key: str, value: Any) -> Any:
    """Fields have changes of their own; of the list itself only the order counts."""
    if key == "fields" and isinstance(value, list):
        return [each["id"] if isinstance(each, dict) else each for each in value]
    if key == "options" and isinstance(value, dict) and "fields" in value:
        return {**value, "fields": [each["id"] for each in value["fields"]]}
    return value


def _fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    old, new = _columns(before), _columns(after)
    for id in [*old, *(id for id in new if id not in old)]:
        yield from _thing("field", old.get(id), new.get(id), owner=after["id"])


def _columns(thing: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    listed = thing.get("fields")
    if not isinstance(listed, list):
        options = thing.get("options")
        listed = options.get("fields", []) if isinstance(options, dict) else []
    return {each["id"]: each for each in listed if isinstance(each, dict)}
