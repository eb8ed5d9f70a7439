"""Detail lines: rows that belong to the record. Only their list is read here; `lines` reads each of them."""

from collections.abc import Mapping

from engine.entities import operators
from engine.entities.field_type import FieldType, Json, Reader, Surroundings, always
from engine.entities.reading.computed import to_json
from engine.entities.reading.identities import read_id
from engine.entities.values import Line
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.metadata.model import LinesOptions

MOST_SENT = 1_000


def reader(options: LinesOptions, around: Surroundings) -> Reader:
    """Return the reader of a list of objects."""
    return read_lines


def read_lines(raw: object) -> tuple[Line, ...] | Issue:
    """Read the shape alone: a list of objects, each with an id that can be one."""
    if raw is None:
        return ()
    if not isinstance(raw, list | tuple):
        return Issue("value.list.expected")
    if len(raw) > MOST_SENT:
        return Issue("field.lines.too_many", params={"limit": MOST_SENT})
    found: list[Line] = []
    for index, each in enumerate(raw):
        line = read_line(each)
        if isinstance(line, Issue):
            return line.under(index)
        found.append(line)
    return tuple(found)


def read_line(raw: object) -> Line | Issue:
    """Read one line, its values as they were sent."""
    if isinstance(raw, Line):
        return raw
    if not isinstance(raw, dict | Mapping):
        return Issue("field.lines.line.expected")
    id = read_id(raw.get("id"))
    if isinstance(id, Issue):
        return id.under("id")
    return Line(id, {key: value for key, value in raw.items() if key != "id"})


def serialise(value: tuple[Line, ...]) -> Json:
    """Return each line as an object with its id."""
    return [_object(line) for line in value]


def _object(line: Line) -> Json:
    values: dict[str, Json] = {key: to_json(each) for key, each in line.values.items()}
    return {"id": line.id, **values}


TYPE = FieldType(
    key="lines",
    options=LinesOptions,
    expression_type=always(types.table_of(types.ANY)),
    reader=reader,
    serialise=serialise,
    operators=operators.NONE,
    traits=frozenset(),
)
