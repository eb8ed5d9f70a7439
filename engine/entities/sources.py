"""What a computed field is made of: the fields it reads directly, over links and detail lines."""

from collections.abc import Iterator

from engine.dependencies.names import names_in
from engine.dependencies.resolve import Standpoint, Step, resolve
from engine.entities.formula_text import formula_text
from engine.kernel.remember import remember
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import FormulaOptions, LookupOptions, RollupOptions

COMPUTED = (FormulaOptions, LookupOptions, RollupOptions)


def is_computed(place: FieldPlace) -> bool:
    """Tell whether a field is computed and never entered."""
    return isinstance(place.field.options, COMPUTED)


@remember
def sources(definition: Definition, field_id: str) -> frozenset[str]:
    """Return the ids of the fields a computed field reads directly; none for other fields."""
    place = definition.field(field_id)
    return frozenset(_sources(definition, place)) if place else frozenset()


def _sources(definition: Definition, place: FieldPlace) -> Iterator[str]:
    match place.field.options:
        case FormulaOptions() as options:
            where = Standpoint(place.entity, place.lines)
            yield from _named(definition, where, formula_text(definition, options))
        case LookupOptions(link=link, field=field):
            yield from (link, field)
        case RollupOptions(entity=entity, link=link, field=field, filter=condition):
            yield link
            if field:
                yield field
            if condition and entity in definition.entities:
                yield from _named(definition, Standpoint(definition.entities[entity]), condition)


def _named(definition: Definition, where: Standpoint, text: str) -> Iterator[str]:
    for path in names_in(text):
        steps: tuple[Step, ...] = resolve(definition, where, path) or ()
        yield from (step.field.id for step in steps if step.field)
