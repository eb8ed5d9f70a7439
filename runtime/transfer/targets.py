"""The fields that a sheet's columns can go to: enterable ones of the entity and of its detail lines."""

from collections.abc import Iterator
from dataclasses import dataclass

from engine.access.decision import Decision
from engine.metadata.definition import Definition, places
from engine.metadata.model import Entity, Field, LinkOptions

COMPUTED = frozenset({"formula", "lookup", "rollup"})
_UNMATCHED = frozenset({"attachment", "lines", "multi_choice", *COMPUTED})


@dataclass(frozen=True, slots=True)
class Target:
    """A field with the name by which mappings call it; `lines` is the field it is a detail column of."""

    name: str
    field: Field
    lines: Field | None

    @property
    def linked(self) -> str | None:
        """Return the entity id that a link leads to."""
        return self.field.options.entity if isinstance(self.field.options, LinkOptions) else None


def targets(entity: Entity, decision: Decision) -> dict[str, Target]:
    """Return the fields that a principal may fill from a sheet, by name in mappings."""
    return {target.name: target for target in _targets(entity) if target.field.id in decision.writable}


def _targets(entity: Entity) -> Iterator[Target]:
    for place in places(entity):
        if place.field.type not in COMPUTED and place.field.type not in ("lines", "attachment"):
            name = f"{place.lines.name}.{place.field.name}" if place.lines else place.field.name
            yield Target(name, place.field, place.lines)


def match_field(definition: Definition, entity_id: str, name: str | None) -> Field | None:
    """Return the field that linked records are found by: the one named, or the title."""
    entity = definition.entities[entity_id]
    wanted = (each for each in entity.fields if (each.name == name if name else each.id == entity.title))
    found = next(wanted, None)
    return found if found is not None and found.type not in _UNMATCHED | {"link", "person"} else None


def key_fields(entity: Entity) -> Iterator[Field]:
    """Yield fields by which one record can be told from others: title, numbered, in a unique rule."""
    unique = {id for each in entity.unique for id in each.fields}
    for field in entity.fields:
        is_key = field.id in unique or field.id == entity.title or field.type == "sequence"
        if is_key and field.type not in _UNMATCHED | {"link", "person", "choice", "date"}:
            yield field
