"""Warns of fields that people enter, of entities with forms, that stand on none of them."""

from collections.abc import Iterator

from engine.entities.sources import is_computed
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.dump import path_of
from engine.metadata.load import place


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for entity in definition.entities.values():
        forms = definition.forms_of(entity.id)
        shown = {item.field for form in forms for section in form.layout for item in section.items}
        for index, field in enumerate(entity.fields):
            if forms and field.id not in shown and not is_computed(FieldPlace(field, entity)):
                where = (*place(path_of(entity)), "fields", index)
                code = "design.field.unplaced_required" if field.required else "design.field.unplaced"
                yield Issue(code, where, {"field": field.name}, Severity.WARNING)
