"""Several of an option list, each once, in the order of the list."""

import re

from engine.entities import operators
from engine.entities.field_type import Check, FieldType, Reader, Surroundings, always
from engine.entities.reading.choices import choice_reader, choices_of, retired
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import MultiChoiceOptions

_SEPARATORS = re.compile(r"[,;|/、，；\n]")


def reader(options: MultiChoiceOptions, around: Surroundings) -> Reader:
    """Return the reader of lists, and of one text with separators as sheets have them."""
    choices = choices_of(around, options.list)
    read_one = choice_reader(choices)
    order = [each.value for each in choices]

    def read(raw: object) -> Value | Issue:
        if raw is None:
            return None
        given = _parts(raw, read_one)
        if not isinstance(given, list | tuple):
            return Issue("value.list.expected")
        chosen: set[object] = set()
        for index, each in enumerate(given):
            value = read_one(each)
            if isinstance(value, Issue):
                return value.under(index) if isinstance(raw, list | tuple) else value
            chosen.add(value)
        return tuple(value for value in order if value in chosen) or None

    return read


def _parts(raw: object, read_one: Reader) -> object:
    """Split a text, unless all of it names one choice."""
    if not isinstance(raw, str):
        return raw
    return _SEPARATORS.split(raw) if isinstance(read_one(raw), Issue) else [raw]


def checker(options: MultiChoiceOptions, around: Surroundings) -> Check:
    """Return the check of the number of choices, and that each is still offered."""
    closed = retired(choices_of(around, options.list))

    def check(value: tuple[str, ...]) -> Issue | None:
        if options.most is not None and len(value) > options.most:
            return Issue("value.list.too_many", params={"limit": options.most})
        gone = next((each for each in value if each in closed), None)
        return Issue("field.choice.retired", params={"value": gone}) if gone else None

    return check


TYPE = FieldType(
    key="multi_choice",
    options=MultiChoiceOptions,
    expression_type=always(types.list_of(types.TEXT)),
    reader=reader,
    checker=checker,
    serialise=list,
    operators=operators.SEVERAL,
    traits=frozenset(),
)
