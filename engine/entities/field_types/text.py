"""One line of text. Leading zeros and long digit strings stay as they are."""

import re2

from engine.entities import operators
from engine.entities.field_type import Check, FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.limits import within_length
from engine.entities.reading.texts import line
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.metadata.model import TextOptions

QUIET = re2.Options()
QUIET.log_errors = False


def reader(options: TextOptions, around: Surroundings) -> Reader:
    """Return the reader of one line."""
    return line


def checker(options: TextOptions, around: Surroundings) -> Check:
    """Return the check of length and pattern."""
    check_length = within_length(options.max_length)
    if options.pattern is None:
        return check_length
    pattern = re2.compile(options.pattern, options=QUIET)

    def check(value: str) -> Issue | None:
        if not pattern.fullmatch(value):
            return Issue("field.text.pattern", params={"pattern": options.pattern})
        return check_length(value)

    return check


TYPE = FieldType(
    key="text",
    options=TextOptions,
    expression_type=always(types.TEXT),
    reader=reader,
    checker=checker,
    serialise=str,
    operators=operators.TEXTUAL,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.SEARCHABLE, Trait.UNIQUE, Trait.TITLE}),
)
