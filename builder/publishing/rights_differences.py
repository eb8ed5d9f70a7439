"""Differences of a role's rights: entities given or taken, rules changed, access to single fields."""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.publishing.difference import Difference, difference, label_of, shown
from builder.words import word
from engine.metadata.definition import Definition
from engine.metadata.diff import Change

Json = Mapping[str, Any]
RULES = ("read", "create", "update", "delete", "exports", "imports", "other_fields")


def rights_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell how the rights of a role changed."""
    before = {each["entity"]: each for each in change.before or ()}
    after = {each["entity"]: each for each in change.after or ()}
    role = label_of(new, change.id)
    for entity in [*before, *(each for each in after if each not in before)]:
        if entity not in before:
            yield difference("add", change.id, "rights.add", role=role, entity=label_of(new, entity))
        elif entity not in after:
            yield difference("remove", change.id, "rights.remove", role=role, entity=label_of(old, entity))
        else:
            yield from _rules(old, new, change, before[entity], after[entity])
            yield from _access(old, new, change, before[entity], after[entity])


def _rules(
    old: Definition, new: Definition, change: Change, before: Json, after: Json
) -> Iterator[Difference]:
    for key in RULES:
        if before.get(key) != after.get(key):
            values = {"before": shown(old, before.get(key)), "after": shown(new, after.get(key))}
            words = {"role": label_of(new, change.id), "entity": label_of(new, after["entity"])}
            yield difference(
                "change", change.id, "rights.rule", right=word(f"right.{key}"), **words, **values
            )


def _access(
    old: Definition, new: Definition, change: Change, before: Json, after: Json
) -> Iterator[Difference]:
    was, now = before.get("fields", {}), after.get("fields", {})
    for field in [*was, *(each for each in now if each not in was)]:
        if was.get(field) != now.get(field):
            yield difference(
                "change",
                change.id,
                "rights.field",
                role=label_of(new, change.id),
                field=label_of(new, field) or label_of(old, field),
                access=word(f"access.{now.get(field, 'follows')}"),
            )
