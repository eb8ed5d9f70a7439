"""Differences of a form's layout: sections and items that came, went, moved or behave otherwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from builder.commands.documents import Label
from builder.publishing.difference import Action, Difference, difference, label_of, shown
from builder.words import word
from engine.metadata.definition import Definition
from engine.metadata.diff import Change

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Layout:
    """A layout by section id and by field id."""

    sections: Mapping[str, Json]
    items: Mapping[str, Json]
    section_of: Mapping[str, str]


def layout_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell how the layout of a form changed."""
    before, after = _layout(change.before), _layout(change.after)
    yield from _section_differences(old, new, change, before, after)
    yield from _placed(old, new, change, before, after)
    moved = _moved(before, after)
    for field in after.items:
        if field in moved:
            yield _told("change", change, "form.move", new, field, after)
        if field in before.items:
            yield from _behaviour(old, new, change, before.items[field], after.items[field])


def _layout(sections: Sequence[Json]) -> _Layout:
    items = [(item, section["id"]) for section in sections for item in section["items"]]
    return _Layout(
        {section["id"]: section for section in sections},
        {item["field"]: item for item, _ in items},
        {item["field"]: section for item, section in items},
    )


def _section_differences(
    old: Definition, new: Definition, change: Change, before: _Layout, after: _Layout
) -> Iterator[Difference]:
    form = label_of(new, change.id)
    for id, section in after.sections.items():
        if id not in before.sections:
            yield difference("add", change.id, "section.add", section=_heading(section), form=form)
    for id, section in before.sections.items():
        if id not in after.sections:
            yield difference("remove", change.id, "section.remove", section=_heading(section), form=form)
        else:
            yield from _section_properties(old, new, change, section, after.sections[id])
    kept = [id for id in before.sections if id in after.sections]
    if kept != [id for id in after.sections if id in before.sections]:
        yield difference("change", change.id, "section.order", form=form)


def _section_properties(
    old: Definition, new: Definition, change: Change, before: Json, after: Json
) -> Iterator[Difference]:
    for key in ("label", "show", "help", "columns"):
        if before.get(key) != after.get(key):
            words = {"subject": _heading(before), "property": word(f"property.{key}")}
            values = {"before": shown(old, before.get(key)), "after": shown(new, after.get(key))}
            yield difference("change", change.id, "property", **words, **values)


def _placed(
    old: Definition, new: Definition, change: Change, before: _Layout, after: _Layout
) -> Iterator[Difference]:
    for field in after.items:
        if field not in before.items:
            yield _told("add", change, "form.place", new, field, after)
    for field in before.items:
        if field not in after.items:
            yield _told("remove", change, "form.take_off", old, field, before)


def _told(
    action: Action, change: Change, code: str, definition: Definition, field: str, layout: _Layout
) -> Difference:
    section = _heading(layout.sections[layout.section_of[field]])
    form = label_of(definition, change.id)
    return difference(action, change.id, code, field=label_of(definition, field), section=section, form=form)


def _moved(before: _Layout, after: _Layout) -> set[str]:
    """Return the fields that stand in another section, or out of the order that the others kept."""
    kept = [field for field in after.items if field in before.items]
    moved = {field for field in kept if before.section_of[field] != after.section_of[field]}
    for section in after.sections:
        later = [field for field in kept if after.section_of[field] == section and field not in moved]
        earlier = [field for field in before.items if field in later]
        blocks = SequenceMatcher(None, earlier, later, autojunk=False).get_matching_blocks()
        moved |= {*later} - {field for each in blocks for field in later[each.b : each.b + each.size]}
    return moved


def _behaviour(
    old: Definition, new: Definition, change: Change, before: Json, after: Json
) -> Iterator[Difference]:
    for key in ("span", "show", "require", "lock", "choices", "candidates"):
        if before.get(key) != after.get(key):
            subject = label_of(new, after["field"])
            values = {"before": shown(old, before.get(key)), "after": shown(new, after.get(key))}
            words = {"subject": subject, "property": word(f"property.{key}")}
            yield difference("change", change.id, "property", **words, **values)


def _heading(section: Json) -> Label:
    return section.get("label") or word("section.untitled")
