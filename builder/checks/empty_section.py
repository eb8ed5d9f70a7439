"""Warns of sections without fields: people would see a heading over nothing."""

from collections.abc import Iterator

from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.dump import path_of
from engine.metadata.load import place


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for form in definition.forms.values():
        for index, section in enumerate(form.layout):
            if not section.items:
                where = (*place(path_of(form)), "layout", index)
                yield Issue("design.section.empty", where, {}, Severity.WARNING)
