"""What an entity says of its records as a whole: title, search, checks, unique combinations."""

from collections.abc import Iterable, Iterator

from engine.entities.checks.placing import is_column, place_of
from engine.entities.computed import is_stored
from engine.entities.field_type import Trait
from engine.entities.field_types._index import FIELD_TYPES
from engine.entities.scope import field_type
from engine.expressions import types
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import Entity

_LONG = ("lines", "attachment", "long_text")


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for entity in definition.entities.values():
        yield from (issue.under(*place_of(entity)) for issue in _entity(definition, entity))


def _entity(definition: Definition, entity: Entity) -> Iterator[Issue]:
    if entity.title is None:
        yield Issue("entity.title.missing", (), {"entity": entity.name}, Severity.WARNING)
    else:
        yield from _own(definition, entity, [(("title",), entity.title)], Trait.TITLE, "entity.title.kind")
    searched = [(("search", index), id) for index, id in enumerate(entity.search)]
    yield from _own(definition, entity, searched, Trait.SEARCHABLE, "entity.search.kind")
    summed_up = [(("summary", index), id) for index, id in enumerate(entity.summary)]
    yield from _own(definition, entity, summed_up, None, "entity.summary.kind")
    for number, rule in enumerate(entity.unique):
        fields = [(("unique", number, "fields", index), id) for index, id in enumerate(rule.fields)]
        yield from _own(definition, entity, fields, Trait.UNIQUE, "entity.unique.kind")
    for number, each in enumerate(entity.checks):
        place = definition.field(each.field) if each.field else None
        if each.field and (place is None or place.entity.id != entity.id):
            yield Issue("entity.field.foreign", ("checks", number, "field"), {"entity": entity.name})


def _own(
    definition: Definition,
    entity: Entity,
    named: Iterable[tuple[tuple[str | int, ...], str]],
    trait: Trait | None,
    code: str,
) -> Iterator[Issue]:
    """Yield where a named field is not of this entity, or not of a type that suits (any short one does)."""
    for path, id in named:
        place = definition.field(id)
        if place is None or place.entity.id != entity.id or is_column(place):
            yield Issue("entity.field.foreign", path, {"entity": entity.name})
        elif not _suits(definition, place, trait):
            yield Issue(code, path, {"field": place.field.name})


def _suits(definition: Definition, place: FieldPlace, trait: Trait | None) -> bool:
    """Tell whether a field has a trait; a formula may name records when it gives text that is kept."""
    if trait is None:
        return place.field.type not in _LONG
    if trait in FIELD_TYPES[place.field.type].traits:
        return True
    is_text = field_type(definition, place.field) == types.TEXT and place.field.type == "formula"
    return trait in (Trait.TITLE, Trait.SEARCHABLE) and is_text and is_stored(definition, place)
