"""Warns of option lists that offer nothing."""

from collections.abc import Iterator

from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.dump import path_of
from engine.metadata.load import place


def check(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for options in definition.options.values():
        if all(choice.retired for choice in options.choices):
            yield Issue("design.choices.none", (*place(path_of(options)), "choices"), {}, Severity.WARNING)
