"""Forms and views: they show fields of their entity, each once, and sort and filter by what allows it."""

from collections.abc import Iterator

from engine.entities.checks.laying_out import laid_out
from engine.entities.checks.placing import is_column, place_of
from engine.entities.field_type import Trait
from engine.entities.shown_as import shown_as
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.model import Condition, Form, View


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for form in definition.forms.values():
        yield from (issue.under(*place_of(form)) for issue in _form(definition, form))
    for view in definition.views.values():
        yield from (issue.under(*place_of(view)) for issue in _view(definition, view))


def _form(definition: Definition, form: Form) -> Iterator[Issue]:
    shown: set[str] = set()
    for number, section in enumerate(form.layout):
        for index, item in enumerate(section.items):
            path = ("layout", number, "items", index, "field")
            if item.field in shown:
                yield Issue("form.field.repeated", path, {"field": _name(definition, item.field)})
            shown.add(item.field)
            yield from _whole(definition, path, item.field)


def _view(definition: Definition, view: View) -> Iterator[Issue]:
    for index, column in enumerate(view.columns):
        yield from _whole(definition, ("columns", index, "field"), column.field)
    for index, sort in enumerate(view.sort):
        place = definition.field(sort.field)
        if place and Trait.SORTABLE not in shown_as(definition, place.field).traits:
            yield Issue("view.sort.kind", ("sort", index, "field"), {"field": place.field.name})
    for index, condition in enumerate(view.conditions):
        yield from (issue.under("conditions", index) for issue in _condition(definition, condition))
    yield from laid_out(definition, view)


def _condition(definition: Definition, condition: Condition) -> Iterator[Issue]:
    place = definition.field(condition.field)
    if place and condition.operator not in shown_as(definition, place.field).operators:
        params = {"field": place.field.name, "operator": condition.operator}
        yield Issue("view.condition.operator", ("operator",), params)


def _whole(definition: Definition, path: Path, id: str) -> Iterator[Issue]:
    """A column of detail lines is shown with its lines, never alone."""
    if is_column(definition.field(id)):
        yield Issue("form.field.column", path, {"field": _name(definition, id)})


def _name(definition: Definition, id: str) -> str:
    place = definition.field(id)
    return place.field.name if place else id
