"""Which fields have a column: what is entered, and formulas over the record and its own lines alone.

The others are live: computed when read, so that they are never stale.
"""

from engine.dependencies.names import names_in
from engine.dependencies.resolve import Standpoint, resolve
from engine.expressions.nodes import Call
from engine.expressions.parse import parse, walk
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import FormulaOptions
from runtime.storage.columns._index import COLUMNS

_VOLATILE = frozenset({"TODAY", "NOW", "CURRENT_USER", "HAS_ROLE"})


def is_stored(definition: Definition, place: FieldPlace) -> bool:
    """Tell whether a field has a column."""
    if isinstance(place.field.options, FormulaOptions):
        return _is_stored_formula(definition, place.field.id)
    return COLUMNS[place.field.type].is_stored


@remember
def _is_stored_formula(definition: Definition, id: str) -> bool:
    place = definition.field(id)
    if place is None or not isinstance(place.field.options, FormulaOptions):
        return False
    text = place.field.options.expression
    tree = parse(text)
    if isinstance(tree, Issue):
        return False
    if any(isinstance(node, Call) and node.function in _VOLATILE for node, _ in walk(tree)):
        return False
    where = Standpoint(place.entity, place.lines)
    return all(_stays_inside(definition, where, path) for path in names_in(text))


def _stays_inside(definition: Definition, where: Standpoint, path: tuple[str, ...]) -> bool:
    """Tell whether a name leads to what is written together with the record."""
    steps = resolve(definition, where, path) or ()
    if any(step.field and step.field.type == "link" for step in steps[:-1]):
        return False
    fields = [FieldPlace(step.field, step.entity, step.lines) for step in steps if step.field]
    return all(place.field.type == "lines" or is_stored(definition, place) for place in fields)
