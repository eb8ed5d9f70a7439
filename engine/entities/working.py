"""A record while it is worked out, and expressions that read it: over its lines, its links, its record.

Values of linked records are asked for one by one through a function the repository hands in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from engine.dependencies.resolve import PARENT, Standpoint, Step, columns, resolve
from engine.entities.computed import is_stored
from engine.entities.conversion import conversion, scale_of
from engine.entities.expression import checked_at
from engine.entities.formula_text import formula_text
from engine.entities.scope import field_type
from engine.entities.values import RecordValue
from engine.expressions.check import Checked
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.generate import Formula
from engine.kernel.errors import Invalid
from engine.kernel.values import Value
from engine.metadata.definition import Definition, FieldPlace
from engine.metadata.model import FormulaOptions, LinesOptions, LookupOptions, RollupOptions

Linked: TypeAlias = Callable[[str, str, str], Value]
"""Entity id, record id and field name to the value, blank where it does not exist or may not be read."""


@dataclass(slots=True, eq=False)
class Working:
    """One record or detail line: its values by dotted path, and what it was before."""

    values: dict[str, Any]
    before: Mapping[str, RecordValue]
    context: Context
    linked: Linked
    id: str | None = None
    index: int | None = None
    parent: "Working | None" = None
    lines: dict[str, list["Working"]] = field(default_factory=dict)


Fetch: TypeAlias = Callable[[Working], Value]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A compiled expression with what must be fetched before it runs; `roots` are the names it begins at."""

    formula: Formula
    fetches: tuple[tuple[str, Fetch], ...]
    roots: frozenset[str]

    def __call__(self, working: Working) -> Value:
        """Compute the value, an error as a value."""
        for key, fetch in self.fetches:
            working.values[key] = fetch(working)
        return self.formula(working.values, working.context)


def compile_at(definition: Definition, where: Standpoint, text: str) -> Evaluation:
    """Compile an expression of a published definition; one that was never checked is a broken contract."""
    checked = checked_at(definition, where, text)
    if not isinstance(checked, Checked):
        raise Invalid(checked)
    fetches = ((".".join(path), _fetch(definition, where, path)) for path in sorted(checked.names))
    return Evaluation(
        compile_checked(checked),
        tuple((key, fetch) for key, fetch in fetches if fetch),
        frozenset(path[0] for path in checked.names),
    )


def live_value(definition: Definition, place: FieldPlace) -> Fetch:
    """Return how a live field of a record or line is worked out from it."""
    where = Standpoint(place.entity, place.lines)
    return _fetch(definition, where, (place.field.name,)) or _blank


def fetch_at(definition: Definition, where: Standpoint, path: tuple[str, ...]) -> Fetch:
    """Return how the value of a path is found from a record or line."""
    fetch, name = _fetch(definition, where, path), path[0]
    return fetch or (lambda working: working.values.get(name))


def nothing_linked(entity: str, id: str, name: str) -> Value:
    """Stand in where no record is linked: every value is blank."""
    return None


def _blank(working: Working) -> Value:
    return None


def _fetch(definition: Definition, where: Standpoint, path: tuple[str, ...]) -> Fetch | None:
    """Return how the value of a path is found; None where it lies in the record or line itself."""
    if where.lines and path[0] == PARENT:
        return _from_parent(_fetch(definition, Standpoint(where.entity), path[1:]), path[1])
    steps = resolve(definition, where, path) or ()
    first = steps[0].field
    if first is None:
        return None
    if isinstance(first.options, LinesOptions):
        return _from_lines(definition, where, first.name, path[1:])
    if len(steps) > 1:
        return _over_links(steps)
    place = FieldPlace(first, where.entity, where.lines)
    return None if is_stored(definition, place) else _live(definition, place)


def _from_parent(fetch: Fetch | None, name: str) -> Fetch:
    def of_parent(working: Working) -> Value:
        assert working.parent is not None
        return fetch(working.parent) if fetch else working.parent.values.get(name)

    return of_parent


def _from_lines(definition: Definition, where: Standpoint, name: str, rest: tuple[str, ...]) -> Fetch:
    lines = next(each for each in where.entity.fields if each.name == name)
    if not rest:
        names = tuple(column.name for column in columns(lines.options))
        return lambda working: tuple(
            tuple(line.values.get(each) for each in names) for line in working.lines.get(name, ())
        )
    fetch = _fetch(definition, Standpoint(where.entity, lines), rest)
    if fetch:
        return lambda working: tuple(fetch(line) for line in working.lines.get(name, ()))
    return lambda working: tuple(line.values.get(rest[0]) for line in working.lines.get(name, ()))


def _over_links(steps: tuple[Step, ...]) -> Fetch:
    start = steps[0].name
    hops = tuple((step.entity.id, step.name) for step in steps[1:])

    def follow(working: Working) -> Value:
        value: Value = working.values.get(start)
        for entity, name in hops:
            if not isinstance(value, str):
                return None
            value = working.linked(entity, value, name)
        return value

    return follow


def _live(definition: Definition, place: FieldPlace) -> Fetch:
    match place.field.options:
        case LookupOptions(link=link, field=shown):
            through, target = definition.field(link), definition.field(shown)
            assert through is not None
            assert target is not None
            return _over_links((_step(through), _step(target)))
        case RollupOptions(aggregate=aggregate):
            return _as_before(place.field.name, 0 if aggregate in ("count", "sum") else None)
        case FormulaOptions() as options:
            return _lazily(definition, place, formula_text(definition, options))
    return _blank


def _step(place: FieldPlace) -> Step:
    return Step(place.entity, place.field, place.field.name, place.lines)


def _as_before(name: str, nothing: Value) -> Fetch:
    """Return a figure over other records as it stands; a new record has none that link to it."""

    def figure(working: Working) -> Value:
        value = working.before.get(name, nothing)
        return value if not isinstance(value, tuple) else None

    return figure


def _lazily(definition: Definition, place: FieldPlace, text: str) -> Fetch:
    """Compile a live formula when it is first needed: most are never worked out here."""
    compiled: list[Evaluation] = []
    convert = conversion(field_type(definition, place.field).kind, scale_of(place.field.options))

    def compute(working: Working) -> Value:
        if not compiled:
            compiled.append(compile_at(definition, Standpoint(place.entity, place.lines), text))
        return convert(compiled[0](working), working.context)

    return compute
