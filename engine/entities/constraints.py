"""Combinations of fields that occur once: what of a prepared record could collide, and the refusal."""

from dataclasses import dataclass

from engine.entities.record import Prepared
from engine.entities.values import RecordValue, RecordValues
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Unique
from engine.text.labels import label_params


@dataclass(frozen=True, slots=True)
class UniqueKey:
    """A combination of values that no other record may have."""

    rule: Unique
    names: tuple[str, ...]
    values: tuple[RecordValue, ...]


def unique_keys(definition: Definition, entity: Entity, prepared: Prepared) -> tuple[UniqueKey, ...]:
    """Return the combinations that changed; one with a blank value collides with nothing."""
    return tuple(
        key
        for key in (_key(definition, rule, prepared.values) for rule in entity.unique)
        if not prepared.changed.isdisjoint(key.names) and None not in key.values
    )


def taken(entity: Entity, rule: Unique, visible: frozenset[str]) -> Issue:
    """Return the refusal: it names fields that may be seen, and nothing of the other record."""
    fields = [each for each in entity.fields if each.id in rule.fields]
    if any(each.id not in visible for each in fields):
        return Issue("record.unique.taken_hidden")
    if rule.message:
        return Issue("record.unique.worded", (fields[0].name,), label_params("message", rule.message))
    names = {
        language: " + ".join(each.label.get(language, each.name) for each in fields)
        for language in ("zh", "en")
    }
    return Issue("record.unique.taken", (fields[0].name,), label_params("fields", names))


def _key(definition: Definition, rule: Unique, values: RecordValues) -> UniqueKey:
    places = [definition.field(id) for id in rule.fields]
    names = tuple(place.field.name for place in places if place)
    return UniqueKey(rule, names, tuple(values.get(name) for name in names))
