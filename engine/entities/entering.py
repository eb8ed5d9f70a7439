"""What somebody sent for a record or a line: which fields may be entered, and what their values read as."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.entities.plan import Part, Slot
from engine.entities.reading.computed import to_json
from engine.entities.working import Working
from engine.kernel.ids import SYSTEM_FIELDS
from engine.kernel.issue import Issue
from engine.text.labels import label_params


@dataclass(frozen=True, slots=True)
class Hand:
    """Who enters: the ids of fields that may be written, and of those known to exist.

    `by_hand` is false for the installation's own work, such as an import, which may also give fields that
    are read-only or numbered by the system.
    """

    writable: frozenset[str]
    visible: frozenset[str] | None = None
    by_hand: bool = True

    def knows(self, slot: Slot) -> bool:
        """Tell whether a field exists for whoever enters."""
        id = slot.field.id
        return self.visible is None or id in self.visible or id in self.writable

    def may_enter(self, slot: Slot, *, is_new: bool) -> bool:
        """Tell whether a field may be entered, into a new record or an old one."""
        if slot.is_opening and not is_new:
            return False
        return slot.field.id in self.writable and (slot.is_by_hand or not self.by_hand)


def enter(part: Part, sent: Mapping[str, object], working: Working, hand: Hand) -> list[Issue]:
    """Put the sent values into a record or line; return what is wrong with them, by field name.

    A field that may not be entered is taken without complaint when it is sent as it is.
    """
    issues: list[Issue] = []
    for name, raw in sent.items():
        slot = part.slots.get(name)
        if slot is None or not hand.knows(slot):
            issues += _unknown(name, raw, working)
        elif slot.is_computed or not hand.may_enter(slot, is_new=not working.before):
            issues += _unchanged(slot, raw, working)
        else:
            issues += _entered(slot, raw, working)
    return issues


def fill_defaults(part: Part, sent: Mapping[str, object], working: Working) -> None:
    """Fill what was not sent at all: sent as blank, it stays blank; a default that fails leaves blank."""
    for default in part.defaults:
        if default.name not in sent and working.values.get(default.name) is None:
            read = default.read(default.convert(default.evaluation(working), working.context))
            working.values[default.name] = None if isinstance(read, Issue) else read


def missing(part: Part, working: Working, hand: Hand) -> list[Issue]:
    """Return required fields without a value; in an old record only those that may be entered."""
    is_old = bool(working.before)
    return [
        Issue("value.required", (slot.name,), label_params("field", slot.field.label))
        for slot in part.required
        if working.values.get(slot.name) is None and not (is_old and slot.field.id not in hand.writable)
    ]


def _entered(slot: Slot, raw: object, working: Working) -> list[Issue]:
    value = None if raw is None else slot.read(raw)
    if isinstance(value, Issue):
        working.values[slot.name] = None
        return [value.under(slot.name)]
    working.values[slot.name] = value
    if slot.check is None or value is None or value == working.before.get(slot.name):
        return []
    issue = slot.check(value)
    return [issue.under(slot.name)] if issue else []


def _unchanged(slot: Slot, raw: object, working: Working) -> list[Issue]:
    before: Any = working.before.get(slot.name)
    if raw is None and before is None:
        return []
    if raw == before or raw == to_json(before):
        return []
    if not slot.is_computed and before is not None and slot.read(raw) == before:
        return []
    if slot.is_computed:
        return [Issue("field.computed.entered", (slot.name,))]
    code = "field.read_only.entered" if slot.field.read_only else "field.right.missing"
    return [Issue(code, (slot.name,), label_params("field", slot.field.label))]


def _unknown(name: str, raw: object, working: Working) -> list[Issue]:
    """Refuse a name that is no field; system fields may come back as they are."""
    if name not in SYSTEM_FIELDS:
        return [Issue("field.name.unknown", (name,), {"name": name})]
    before: Any = working.before.get(name)
    return [] if raw in (None, to_json(before)) else [Issue("field.system.entered", (name,), {"name": name})]
