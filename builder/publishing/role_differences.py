"""Differences of what a role is offered, may design and runs, one sentence per document or part."""

from collections.abc import Iterator, Mapping, Sequence

from builder.publishing.difference import Difference, difference, label_of
from builder.words import word
from engine.metadata.definition import Definition
from engine.metadata.diff import Change


def offer_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell which views or dashboards a role is offered, or no longer."""
    before, after = _list(change.before), _list(change.after)
    role = label_of(new, change.id)
    if change.property == "views" and not after:
        yield difference("change", change.id, "role.offer.all", role=role)
        return
    for id in _missing(before, after):
        yield difference("add", change.id, "role.offer.add", role=role, document=label_of(new, id))
    for id in _missing(after, before):
        yield difference("remove", change.id, "role.offer.remove", role=role, document=label_of(old, id))


def design_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell which documents a role may design, and how far."""
    before, after = _effects(change.before), _effects(change.after)
    for id in [*before, *_missing(list(before), list(after))]:
        if before.get(id) != after.get(id):
            words = {"role": label_of(new, change.id), "document": label_of(new, id) or label_of(old, id)}
            effect = word(f"effect.{after.get(id, 'none')}")
            yield difference("change", change.id, "role.design", **words, effect=effect)


def administer_differences(old: Definition, new: Definition, change: Change) -> Iterator[Difference]:
    """Tell which parts of the installation a role runs."""
    before, after = _list(change.before), _list(change.after)
    role = label_of(new, change.id)
    for part in _missing(before, after):
        said = word(f"administer.{part}")
        yield difference("add", change.id, "role.administer.add", role=role, part=said)
    for part in _missing(after, before):
        said = word(f"administer.{part}")
        yield difference("remove", change.id, "role.administer.remove", role=role, part=said)


def _list(value: object) -> Sequence[str]:
    return list(value) if isinstance(value, list | tuple) else []


def _effects(value: object) -> Mapping[str, str]:
    return {each["document"]: each["effect"] for each in value} if isinstance(value, list | tuple) else {}


def _missing(known: Sequence[str], listed: Sequence[str]) -> list[str]:
    return [each for each in listed if each not in known]
