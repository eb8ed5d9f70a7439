"""Differences of what belongs to an entity beside its fields: checks, what occurs once, fields searched."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from builder.commands.documents import Label
from builder.publishing.difference import Difference, difference, label_of, shown
from builder.words import word
from engine.metadata.definition import Definition
from engine.metadata.diff import Change

Json = Mapping[str, Any]


def check_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell which checks came, went or demand something else."""
    before, after = _by_id(change.before), _by_id(change.after)
    entity = label_of(new, change.id)
    for id in _only(after, before):
        yield difference("add", change.id, "check.add", check=after[id]["message"], entity=entity)
    for id in _only(before, after):
        yield difference("remove", change.id, "check.remove", check=before[id]["message"], entity=entity)
    for id in before.keys() & after.keys():
        for key in ("expression", "message", "field"):
            one, other = before[id].get(key), after[id].get(key)
            if one != other:
                words = {"subject": before[id]["message"], "property": word(f"check.{key}")}
                values = {"before": shown(old, one), "after": shown(new, other)}
                yield difference("change", change.id, "property", **words, **values)


def unique_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell which combinations of fields occur once from now on, and which no longer."""
    before, after = _by_id(change.before), _by_id(change.after)
    entity = label_of(new, change.id)
    for id, unique in after.items():
        if id not in before or before[id]["fields"] != unique["fields"]:
            fields = _joined(new, unique["fields"])
            yield difference("add", change.id, "unique.add", fields=fields, entity=entity)
    for id, unique in before.items():
        if id not in after or after[id]["fields"] != unique["fields"]:
            fields = _joined(old, unique["fields"])
            yield difference("remove", change.id, "unique.remove", fields=fields, entity=entity)


def fields_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell a list of fields by their labels."""
    words = {"subject": label_of(old, change.id), "property": word(f"property.{change.property}")}
    values = {
        "before": _joined(old, change.before or ()) or word("value.none"),
        "after": _joined(new, change.after or ()) or word("value.none"),
    }
    yield difference("change", change.id, "property", **words, **values)


def _by_id(parts: Sequence[Json] | None) -> Mapping[str, Json]:
    return {each["id"]: each for each in parts or ()}


def _only(these: Mapping[str, Json], others: Mapping[str, Json]) -> list[str]:
    return [id for id in these if id not in others]


def _joined(definition: Definition, fields: Sequence[str]) -> Label:
    labels = [label_of(definition, each) for each in fields]
    languages = dict.fromkeys(language for each in labels for language in each)
    return {
        language: ("、" if language == "zh" else ", ").join(
            each.get(language) or next(iter(each.values()), "") for each in labels
        )
        for language in languages
    }
