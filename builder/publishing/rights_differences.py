"""Differences of a role's rights: entities given or taken, rules changed, access to single fields."""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.commands.documents import Label
from builder.commands.roles.rights import ACTIONS
from builder.publishing.difference import Difference, difference, label_of, shown
from builder.words import Phrase, said, word
from engine.metadata.definition import Definition
from engine.metadata.diff import Change

Json = Mapping[str, Any]
_JOINT = {"zh": "、", "en": ", "}
RULES = ("read", "create", "update", "delete", "exports", "imports", "other_fields")


def rights_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell how the rights of a role changed."""
    before = {each["entity"]: each for each in change.before or ()}
    after = {each["entity"]: each for each in change.after or ()}
    role = label_of(new, change.id)
    for entity in [*before, *(each for each in after if each not in before)]:
        if entity not in before:
            words = {"entity": label_of(new, entity), "rights": _given(after[entity])}
            yield difference("add", change.id, "rights.add", role=role, **words)
        elif entity not in after:
            yield difference("remove", change.id, "rights.remove", role=role, entity=label_of(old, entity))
        else:
            yield from _rules(old, new, change, before[entity], after[entity])
            yield from _access(old, new, change, before[entity], after[entity])


def _given(permission: Json) -> Label:
    """Say what a permission allows, action by action."""
    given = [_said(key, permission[key]) for key in ACTIONS if permission.get(key)]
    if not given:
        return word("rights.none")
    return {language: _JOINT[language].join(each[language] for each in given) for language in given[0]}


def _said(key: str, rule: object) -> Label:
    """Say an action, and where it reaches only some records, that it does."""
    right = word(f"right_set.{key}")
    return said(Phrase("rights.some", {"right": right})) if isinstance(rule, str) else right


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
