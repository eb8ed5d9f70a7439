"""An instant, kept in UTC, entered and shown in the app's time zone."""

from datetime import datetime

from engine.entities import operators
from engine.entities.field_type import FieldType, Json, Reader, Surroundings, Trait, always
from engine.entities.reading.moments import read_datetime
from engine.expressions import types
from engine.metadata.model import DatetimeOptions


def reader(options: DatetimeOptions, around: Surroundings) -> Reader:
    """Return the reader of instants in the app's time zone."""
    return lambda raw: read_datetime(raw, around.timezone)


def serialise(value: datetime) -> Json:
    """Return ISO form in UTC with `Z`."""
    return value.isoformat().replace("+00:00", "Z")


TYPE = FieldType(
    key="datetime",
    options=DatetimeOptions,
    expression_type=always(types.DATETIME),
    reader=reader,
    serialise=serialise,
    operators=operators.DATED,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.UNIQUE}),
)
