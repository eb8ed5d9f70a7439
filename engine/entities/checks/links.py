"""Lookups, rollups and links: they follow links that lead where they are thought to lead."""

from collections.abc import Iterator

from engine.entities.checks.placing import is_column, placed_fields
from engine.entities.field_type import Trait
from engine.entities.field_types._index import FIELD_TYPES
from engine.entities.scope import field_type
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import LinkOptions, LookupOptions, RollupOptions


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for place, path in placed_fields(definition):
        match place.field.options:
            case LookupOptions():
                found = _lookup(definition, place, place.field.options)
            case RollupOptions():
                found = _rollup(definition, place, place.field.options)
            case LinkOptions(on_delete="clear") if place.field.required:
                found = iter([Issue("field.link.clear_required", ("on_delete",))])
            case _:
                continue
        yield from (issue.under(*path, "options") for issue in found)


def _lookup(definition: Definition, place: FieldPlace, options: LookupOptions) -> Iterator[Issue]:
    link, shown = definition.field(options.link), definition.field(options.field)
    beside = link and (link.entity.id, link.lines) == (place.entity.id, place.lines)
    if link is None or not beside or not isinstance(link.field.options, LinkOptions):
        yield Issue("field.lookup.link", ("link",))
    elif shown is None or is_column(shown) or shown.entity.id != link.field.options.entity:
        yield Issue(
            "field.lookup.field", ("field",), {"entity": _name(definition, link.field.options.entity)}
        )
    elif shown.field.type in ("lines", "attachment"):
        yield Issue("field.lookup.kind", ("field",), {"field": shown.field.name})


def _rollup(definition: Definition, place: FieldPlace, options: RollupOptions) -> Iterator[Issue]:
    link = definition.field(options.link)
    if is_column(place):
        yield Issue("field.rollup.in_lines")
    if link is None or is_column(link) or not _leads(link, options.entity, place.entity.id):
        params = {"entity": _name(definition, options.entity), "target": place.entity.name}
        yield Issue("field.rollup.link", ("link",), params)
    if options.field is None:
        if options.aggregate != "count":
            yield Issue("field.rollup.field_missing", ("field",))
        return
    shown = definition.field(options.field)
    if shown is None or is_column(shown) or shown.entity.id != options.entity:
        yield Issue("field.rollup.field", ("field",), {"entity": _name(definition, options.entity)})
    elif not _suits(definition, shown, options.aggregate):
        yield Issue(
            "field.rollup.kind", ("field",), {"field": shown.field.name, "aggregate": options.aggregate}
        )


def _leads(link: FieldPlace, source: str, target: str) -> bool:
    options = link.field.options
    return isinstance(options, LinkOptions) and (link.entity.id, options.entity) == (source, target)


def _suits(definition: Definition, shown: FieldPlace, aggregate: str) -> bool:
    type = field_type(definition, shown.field)
    if aggregate in ("sum", "average"):
        return type == types.NUMBER
    return aggregate == "count" or Trait.SORTABLE in FIELD_TYPES[shown.field.type].traits


def _name(definition: Definition, entity: str) -> str:
    found = definition.entities.get(entity)
    return found.name if found else entity
