"""What kind of value a field, a system field or an expression has, as questions see it."""

from decimal import Decimal

from engine.dependencies.resolve import Standpoint, resolve
from engine.entities.conversion import scale_of
from engine.entities.field_type import Trait
from engine.entities.shown_as import shown_as
from engine.expressions.check import Checked, Typed
from engine.expressions.nodes import Call, Literal, Name, Operation
from engine.expressions.types import Kind as ValueKind
from engine.metadata.definition import Definition
from engine.metadata.model import (
    ChoiceOptions,
    Entity,
    Field,
    IntegerOptions,
    LinkOptions,
    LookupOptions,
    MoneyOptions,
    RollupOptions,
)
from engine.query.aggregate import MOST_PLACES, average_places
from engine.reports.question import Kind

COUNT = Kind("integer", scale=0)
_DEPTH = 8
_SYSTEM = {
    "created_at": Kind("datetime"),
    "modified_at": Kind("datetime"),
    "created_by": Kind("person"),
    "modified_by": Kind("person"),
    "version": COUNT,
}
_OF_TYPES = {
    ValueKind.BOOLEAN: Kind("switch"),
    ValueKind.DATE: Kind("date"),
    ValueKind.DATETIME: Kind("datetime"),
    ValueKind.TEXT: Kind("text"),
}


def system_kind(entity: Entity, name: str) -> Kind:
    """Return the kind of a system field; the id stands for the record itself."""
    return _SYSTEM.get(name) or Kind("link", target=entity.id)


def field_kind(definition: Definition, field: Field, depth: int = _DEPTH) -> Kind:
    """Return the kind of a field; of a lookup or rollup that of what it shows."""
    options = field.options
    if isinstance(options, RollupOptions) and options.aggregate == "count":
        return COUNT
    if isinstance(options, LookupOptions | RollupOptions):
        place = definition.field(options.field) if options.field else None
        inner = field_kind(definition, place.field, depth - 1) if place and depth else Kind("text")
        if isinstance(options, RollupOptions) and options.aggregate == "average":
            return Kind("decimal", average_places(inner.scale or 0))
        return inner
    key = shown_as(definition, field).key
    match options:
        case LinkOptions(entity=target):
            return Kind(key, target=target)
        case ChoiceOptions(list=list):
            return Kind(key, list=list)
        case IntegerOptions():
            return Kind(key, 0)
        case MoneyOptions(currency=currency):
            return Kind(key, scale_of(options), currency=currency or definition.app.currency)
    return Kind(key, scale_of(options), currency=definition.app.currency if key == "money" else None)


def has_members(definition: Definition, field: Field) -> bool:
    """Tell whether a field can be grouped by."""
    return Trait.GROUPABLE in shown_as(definition, field).traits


def expression_kind(definition: Definition, where: Standpoint, checked: Checked) -> Kind | None:
    """Return the kind of what an expression gives, None where it cannot be aggregated."""
    if checked.type.kind is ValueKind.NUMBER:
        return Kind("decimal", min(_places(definition, where, checked.root), MOST_PLACES))
    return _OF_TYPES.get(checked.type.kind)


def _places(definition: Definition, where: Standpoint, typed: Typed) -> int:
    """Return the decimal places that are enough for a number, as many as are kept where none are known."""
    inner = [_places(definition, where, part) for part in typed.parts]
    match typed.node:
        case Literal(Decimal() as value):
            return max(-int(value.as_tuple().exponent), 0)
        case Name(path):
            steps = resolve(definition, where, path)
            field = steps[-1].field if steps else None
            return (field_kind(definition, field).scale or 0) if field else 0
        case Operation("+" | "-" | "negate" | "plus"):
            return max(inner)
        case Operation("*"):
            return sum(inner)
        case Operation("percent"):
            return inner[0] + 2
        case Call("IF", _):
            return max(inner[1:], default=0)
    return MOST_PLACES
