"""Warns of form items wider than their section."""

from collections.abc import Iterator

from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.dump import path_of
from engine.metadata.load import place


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for form in definition.forms.values():
        for number, section in enumerate(form.layout):
            columns = section.columns or form.columns
            for index, item in enumerate(section.items):
                if item.span > columns:
                    where = (*place(path_of(form)), "layout", number, "items", index, "span")
                    yield Issue("design.item.too_wide", where, {"columns": columns}, Severity.WARNING)
