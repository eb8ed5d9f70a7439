"""A question as it is understood: every id a field in its place, every figure with the rows it is made of.

Data only. `understand` makes it, the oracle and the compiler to SQL read it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from engine.expressions.check import Checked
from engine.kernel.values import Value
from engine.metadata.model import Entity, Field, Label, NumberFormat, Query, QueryFilter
from engine.reports.periods import Calendar, Grain, Period

HOPS = 4


@dataclass(frozen=True, slots=True)
class Home:
    """What is aggregated: the records of an entity, or the rows of its detail lines."""

    entity: Entity
    lines: Field | None = None

    @property
    def key(self) -> tuple[str, str | None]:
        """Return what tells homes apart."""
        return self.entity.id, self.lines.id if self.lines else None


@dataclass(frozen=True, slots=True)
class Hop:
    """A step to other rows: over a link to its record, or back (`is_back`) to the rows that link here."""

    link: Field
    to: Home
    is_back: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """The way from a row of a home to a value: a field, or a system field by name.

    From a line the way may begin at its record. `into` names detail lines of the record that are gone into
    first; they, like hops back, lead to many.
    """

    home: Home
    hops: tuple[Hop, ...]
    name: str
    field: Field | None = None
    into: Field | None = None

    @property
    def is_many(self) -> bool:
        """Tell whether there can be several values for one row."""
        return self.into is not None or any(hop.is_back for hop in self.hops)

    @property
    def words(self) -> tuple[object, ...]:
        """Return the route in ids."""
        steps = tuple((hop.link.id, hop.is_back) for hop in self.hops)
        return self.home.key, self.into.id if self.into else None, steps, self.name


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value is: the key of a field type, decimal places of numbers, what links and choices name."""

    key: str
    scale: int | None = None
    target: str | None = None
    list: str | None = None
    currency: str | None = None

    @property
    def is_number(self) -> bool:
        """Tell whether it can be added."""
        return self.scale is not None

    @property
    def is_dated(self) -> bool:
        """Tell whether it lies in a period."""
        return self.key in ("date", "datetime")


@dataclass(frozen=True, slots=True)
class Dimension:
    """What figures are grouped by."""

    id: str
    label: Label
    kind: Kind
    grain: Grain | None = None
    calendar: Calendar = field(default_factory=Calendar)
    bins: tuple[Any, ...] = ()
    fill_gaps: bool = False


@dataclass(frozen=True, slots=True)
class Operand:
    """What is aggregated: a value reached by a route, or an expression with decimal places."""

    kind: Kind
    route: Route | None = None
    checked: Checked | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """An aggregate over the rows of a source, or an expression over other figures."""

    id: str
    label: Label
    kind: Kind
    aggregate: str = ""
    operand: Operand | None = None
    where: Checked | None = None
    date: Route | None = None
    expression: Checked | None = None
    format: NumberFormat | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition on rows by a route, or `of` members of a dimension; `given` is what it compares with."""

    route: Route
    kind: Kind
    operator: str
    given: QueryFilter
    of: Dimension | None = None
    place: int = -1


@dataclass(frozen=True, slots=True)
class Source:
    """Rows that figures share: their home, how dimensions are reached from it and as what kind, filters."""

    home: Home
    figures: tuple[Figure, ...]
    routes: Mapping[str, Route]
    kinds: Mapping[str, Kind]
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A query understood. `order` lists composed figures after those they are made of.

    `compared` is the place of the filter whose period a comparison moves.
    """

    query: Query
    dimensions: tuple[Dimension, ...]
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    order: tuple[Figure, ...] = ()
    calendar: Calendar = field(default_factory=Calendar)
    compared: int | None = None

    def dimension(self, id: str) -> Dimension:
        """Return a dimension by its id."""
        return next(each for each in self.dimensions if each.id == id)

    def figure(self, id: str) -> Figure | None:
        """Return a figure by its id."""
        return next((each for each in self.figures if each.id == id), None)


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a value must meet, with values read: an operator of conditions, or half-open `ranges`.

    `has_blank` lets the empty value pass too; `is_negative` turns the whole round.
    """

    operator: str = "in"
    value: Any = ()
    ranges: tuple[tuple[Any, Any], ...] = ()
    has_blank: bool = False
    is_negative: bool = False
    period: Period | None = None


Criteria: TypeAlias = tuple[tuple[Route, Kind, Criterion], ...]
Key: TypeAlias = tuple[Any, ...]
Cell: TypeAlias = Mapping[str, Value]


class Others:
    """The member of the rest; there is one."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "OTHERS"


OTHERS = Others()


@dataclass(frozen=True, slots=True)
class Demand:
    """One grouping of a source's rows: by which dimensions, of which rows, and who is in the rest.

    `split` names a dimension and the criterion its shown members meet; all others are one member.
    """

    by: tuple[Dimension, ...]
    criteria: Criteria
    split: tuple[str, Criterion] | None = None
