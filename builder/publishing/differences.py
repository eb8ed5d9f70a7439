"""The differences of two states of an app in business words, document after document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from builder.publishing.board_differences import board_differences, part_differences
from builder.publishing.choice_differences import choice_differences
from builder.publishing.difference import Difference, difference, label_of, shown
from builder.publishing.entity_differences import (
    check_differences,
    fields_differences,
    unique_differences,
)
from builder.publishing.flow_differences import (
    step_differences,
    trigger_differences,
    way_differences,
)
from builder.publishing.layout_differences import layout_differences
from builder.publishing.page_differences import page_differences
from builder.publishing.rights_differences import rights_differences
from builder.publishing.role_differences import (
    administer_differences,
    design_differences,
    offer_differences,
)
from builder.publishing.rule_differences import rule_differences
from builder.words import word
from engine.metadata.definition import Definition
from engine.metadata.diff import Change

Teller = Callable[[Definition, Definition, Change], Iterator[Difference]]


def differences(old: Definition, new: Definition, changes: Iterable[Change]) -> list[Difference]:
    """Tell the changes that turn `old` into `new`."""
    return [told for change in changes for told in _tell(old, new, change)]


def _tell(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    if change.action == "change":
        teller = _TELLERS.get((change.thing, change.property), _tell_property)
        yield from teller(old, new, change)
    elif change.thing == "field":
        yield _tell_field(old, new, change)
    else:
        of = new if change.action == "add" else old
        params = {"kind": word(f"kind.{change.thing}"), "document": label_of(of, change.id)}
        yield difference(change.action, change.id, f"document.{change.action}", **params)
        if change.thing == "role" and change.action == "add":
            yield from _tell_rights(old, new, change)


def _tell_rights(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell what a new role may do: somebody decides about it before it is there."""
    for property in ("entities", "views", "pages", "dashboards", "design", "administer"):
        after = change.after.get(property)
        if after:
            part = Change("change", "role", change.id, property=property, after=after)
            yield from _TELLERS["role", property](old, new, part)


def _tell_field(old: Definition, new: Definition, change: Change) -> Difference:
    of = new if change.action == "add" else old
    place = of.field(change.id)
    assert place is not None
    return difference(
        change.action,
        place.entity.id,
        f"field.{change.action}",
        field=place.field.label,
        type=word(f"type.{place.field.type}"),
        owner=label_of(of, change.owner),
    )


def _tell_property(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    subject = {"subject": label_of(old, change.id), "property": word(f"property.{change.property}")}
    before, after = shown(old, change.before), shown(new, change.after)
    yield difference("change", _home(new, change), "property", **subject, before=before, after=after)


def _tell_options(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    before: Mapping[str, Any] = change.before or {}
    after: Mapping[str, Any] = change.after or {}
    for key in [*before, *(key for key in after if key not in before)]:
        if key != "fields" and before.get(key) != after.get(key):
            words = {"subject": label_of(old, change.id), "property": word(f"option.{key}")}
            values = {"before": shown(old, before.get(key)), "after": shown(new, after.get(key))}
            yield difference("change", _home(new, change), "property", **words, **values)


def _tell_order(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Added and removed fields have told of themselves; only what stays can have changed its order."""
    kept = [id for id in change.before or () if id in (change.after or ())]
    if kept != [id for id in change.after or () if id in kept]:
        yield difference("change", _home(new, change), "field.order", owner=label_of(new, change.id))


def _tell_columns(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    yield difference("change", change.id, "view.columns", view=label_of(new, change.id))


def _tell_kind(words: str, usual: str = "") -> Teller:
    """Return what tells of a kind that has words of its own."""

    def tell(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
        subject = {"subject": label_of(old, change.id), "property": word(f"property.{change.property}")}
        before, after = (word(f"{words}.{kind or usual}") for kind in (change.before, change.after))
        yield difference("change", _home(new, change), "property", **subject, before=before, after=after)

    return tell


def _home(definition: Definition, change: Change) -> str:
    """Return the id of the document a change is in."""
    place = definition.field(change.id)
    return place.entity.id if place else change.id


_TELLERS: Mapping[tuple[str, str], Teller] = {
    ("field", "options"): _tell_options,
    ("field", "type"): _tell_kind("type"),
    ("entity", "fields"): _tell_order,
    ("entity", "checks"): check_differences,
    ("entity", "unique"): unique_differences,
    ("entity", "search"): fields_differences,
    ("entity", "summary"): fields_differences,
    ("form", "layout"): layout_differences,
    ("options", "choices"): choice_differences,
    ("view", "columns"): _tell_columns,
    ("view", "kind"): _tell_kind("layout.kind", "grid"),
    ("role", "entities"): rights_differences,
    ("rule", "rows"): rule_differences,
    ("rule", "examples"): part_differences,
    ("role", "pages"): offer_differences,
    ("page", "blocks"): page_differences,
    ("view", "groups"): part_differences,
    ("view", "colors"): part_differences,
    ("view", "kanban"): part_differences,
    ("view", "calendar"): part_differences,
    ("view", "gallery"): part_differences,
    ("view", "conditions"): part_differences,
    ("view", "sort"): part_differences,
    ("role", "views"): offer_differences,
    ("role", "dashboards"): offer_differences,
    ("role", "design"): design_differences,
    ("role", "administer"): administer_differences,
    ("flow", "nodes"): step_differences,
    ("flow", "edges"): way_differences,
    ("flow", "trigger"): trigger_differences,
    ("flow", "roles"): part_differences,
    ("template", "subject"): part_differences,
    ("template", "body"): part_differences,
    ("dashboard", "tiles"): board_differences,
    ("dashboard", "filters"): part_differences,
    ("report", "query"): part_differences,
    ("report", "chart"): part_differences,
    ("report", "drill"): part_differences,
    ("app", "navigation"): part_differences,
}
