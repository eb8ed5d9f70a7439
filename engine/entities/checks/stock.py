"""What an entity says of its stock: fields of the right kinds, and nobody enters what is reserved."""

from collections.abc import Iterator

from engine.entities.checks.placing import place_of
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Entity, Field, IntegerOptions, LinkOptions

_KINDS = {
    "product": LinkOptions,
    "warehouse": LinkOptions,
    "on_hand": IntegerOptions,
    "reserved": IntegerOptions,
}


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for entity in definition.entities.values():
        if entity.stock:
            yield from (issue.under(*place_of(entity), "stock") for issue in _stock(entity))


def _stock(entity: Entity) -> Iterator[Issue]:
    fields = {each.id: each for each in entity.fields}
    for part, kind in _KINDS.items():
        field = fields.get(getattr(entity.stock, part))
        if field is None:
            yield Issue("entity.field.foreign", (part,), {"entity": entity.name})
        elif not isinstance(field.options, kind):
            code = "entity.stock.not_a_link" if kind is LinkOptions else "entity.stock.not_whole"
            yield Issue(code, (part,), {"field": field.name})
        else:
            yield from _entered(part, field)


def _entered(part: str, field: Field) -> Iterator[Issue]:
    if not field.required:
        yield Issue("entity.stock.not_required", (part,), {"field": field.name})
    if part == "reserved" and not field.read_only:
        yield Issue("entity.stock.enterable", (part,), {"field": field.name})
