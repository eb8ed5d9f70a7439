"""A formatted running number, given by storage when a record is created; this file says how it reads.

Formats hold {yyyy}, {yy}, {yyyyMM}, {yyyyMMdd} for the day and {0000} for the number with its least digits.
"""

import re
from datetime import date

from engine.entities import operators
from engine.entities.field_type import Check, FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.limits import within_length
from engine.entities.reading.texts import line
from engine.expressions import types
from engine.metadata.model import SequenceOptions

LONGEST = 200
_PLACE = re.compile(r"\{(?P<day>yyyyMMdd|yyyyMM|yyyy|yy|MM|dd)\}|\{(?P<number>0{1,12})\}")
_DAYS = {"yyyyMMdd": "%Y%m%d", "yyyyMM": "%Y%m", "yyyy": "%Y", "yy": "%y", "MM": "%m", "dd": "%d"}
_PERIODS = {"year": "%Y", "month": "%Y%m", "day": "%Y%m%d"}


def reader(options: SequenceOptions, around: Surroundings) -> Reader:
    """Return the reader of numbers given elsewhere, such as in imported records."""
    return line


def checker(options: SequenceOptions, around: Surroundings) -> Check:
    """Return the check of the length."""
    return within_length(LONGEST)


def period(options: SequenceOptions, day: date) -> str:
    """Return the period a number counts in; it starts again at 1 in the next one."""
    return day.strftime(_PERIODS[options.reset]) if options.reset in _PERIODS else ""


def render(options: SequenceOptions, number: int, day: date) -> str:
    """Return the text of a number given on a day."""

    def shown(place: re.Match[str]) -> str:
        if place["number"]:
            return str(number).zfill(len(place["number"]))
        return day.strftime(_DAYS[place["day"]])

    return _PLACE.sub(shown, options.format)


def has_number(options: SequenceOptions) -> bool:
    """Tell whether a format shows the number at all, exactly once."""
    return sum(1 for place in _PLACE.finditer(options.format) if place["number"]) == 1


TYPE = FieldType(
    key="sequence",
    options=SequenceOptions,
    expression_type=always(types.TEXT),
    reader=reader,
    checker=checker,
    serialise=str,
    operators=operators.TEXTUAL,
    traits=frozenset(
        {Trait.SORTABLE, Trait.SEARCHABLE, Trait.UNIQUE, Trait.TITLE, Trait.GENERATED, Trait.GROUPABLE}
    ),
)
