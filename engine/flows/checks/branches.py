"""Branches of conditions: some branch for every record, none that can never be taken.

What lies between branches is found by trying values around every constant, and told with an example.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from itertools import islice, product
from typing import Any
from zoneinfo import ZoneInfo

from engine.dependencies.resolve import Standpoint, resolve
from engine.dependencies.uses import standpoint
from engine.entities.expression import checked_at
from engine.entities.scope import RecordScope
from engine.expressions.check import Checked
from engine.expressions.context import Context
from engine.expressions.evaluate import compile_checked
from engine.expressions.generate import Formula
from engine.expressions.nodes import Literal
from engine.expressions.parse import walk
from engine.expressions.types import Kind
from engine.flows.formulas import shown
from engine.kernel.issue import Issue, Severity
from engine.kernel.path import Path
from engine.kernel.values import Value
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document
from engine.metadata.model import ChoiceOptions, ConditionNode, Flow
from engine.metadata.walk import ExpressionUse
from engine.text.labels import label_params

TRIED = 4_000
_NOW = Context(datetime(2026, 1, 1, tzinfo=UTC), ZoneInfo("UTC"))


def check(definition: Definition, flow: Flow) -> Iterator[Issue]:
    """Yield an issue for each fault, with its place in the flow."""
    for index, node in enumerate(flow.nodes):
        if isinstance(node, ConditionNode):
            found = (*_shape(node), *_coverage(definition, flow, node, ("nodes", index)))
            yield from (issue.under("nodes", index, "branches") for issue in found)


def _shape(node: ConditionNode) -> Iterator[Issue]:
    for at, branch in enumerate(node.branches):
        if branch.when is None and not branch.otherwise:
            yield Issue("flow.branch.condition_missing", (at,))
        if branch.otherwise and at < len(node.branches) - 1:
            yield Issue("flow.branch.otherwise_last", (at,))


def _coverage(definition: Definition, flow: Flow, node: ConditionNode, path: Path) -> Iterator[Issue]:
    """Try values: a record no branch takes is a gap, a branch that takes none may be left out."""
    conditions = _conditions(definition, flow, node, path)
    if conditions is None:
        return
    has_otherwise = any(branch.otherwise for branch in node.branches)
    formulas = {at: compile_checked(checked) for at, (checked, _) in conditions.items()}
    taken: set[int] = set()
    shadowed: dict[int, tuple[str, int]] = {}
    for values in islice(_samples(definition, conditions.values()), TRIED):
        first = _first(formulas, values)
        taken.update(() if first is None else (first,))
        if first is None and not has_otherwise:
            yield Issue("flow.branch.gap", params={"example": _said(values)})
            return
        for at, formula in formulas.items():
            if first is not None and at > first and at not in shadowed and formula(values, _NOW) is True:
                shadowed[at] = (_said(values), first)
    if not has_otherwise and not _is_whole(conditions.values()):
        yield Issue("flow.branch.otherwise_missing", severity=Severity.WARNING)
    for at in sorted(formulas.keys() - taken):
        if _is_whole(conditions.values()):
            yield _never(node, at, shadowed.get(at))


def _never(node: ConditionNode, at: int, shadow: tuple[str, int] | None) -> Issue:
    """Tell of a branch that is never taken, with a record that it asks for and another one takes."""
    if shadow is None:
        return Issue("flow.branch.impossible", (at,), severity=Severity.WARNING)
    example, first = shadow
    params = {"example": example, **label_params("branch", node.branches[first].label)}
    return Issue("flow.branch.never", (at,), params, Severity.WARNING)


def _said(values: Mapping[str, Value]) -> str:
    return ", ".join(f"{name} = {shown(value) or '∅'}" for name, value in values.items())


_Found = tuple[Checked, Standpoint]


def _conditions(
    definition: Definition, flow: Flow, node: ConditionNode, path: Path
) -> dict[int, _Found] | None:
    """Return the checked conditions by branch, or None where one of them is faulty."""
    raw = dump_document(flow)
    found: dict[int, _Found] = {}
    for at, branch in enumerate(node.branches):
        if branch.when is None:
            continue
        use = ExpressionUse((*path, "branches", at, "when"), "flow", "boolean", branch.when)
        where = standpoint(definition, "flow", raw, use)
        checked = checked_at(definition, where, branch.when) if where else []
        if where is None or not isinstance(checked, Checked):
            return None
        found[at] = checked, where
    return found


def _first(formulas: Mapping[int, Formula], values: Mapping[str, Value]) -> int | None:
    """Return the branch that takes a record; one whose condition fails takes it too, as an incident."""
    return next((at for at, each in formulas.items() if each(values, _NOW) not in (False, None)), None)


def _samples(definition: Definition, conditions: Iterable[_Found]) -> Iterator[dict[str, Value]]:
    """Yield combinations of values that lie around the constants of the conditions."""
    listed = list(conditions)
    constants = [
        node.value for checked, _ in listed for node, _ in walk(checked.tree) if isinstance(node, Literal)
    ]
    places = {path: where for checked, where in listed for path in sorted(checked.names)}
    pools = [_pool(definition, where, path, constants) for path, where in places.items()]
    for combination in product(*pools):
        yield {".".join(path): value for path, value in zip(places, combination, strict=True)}


def _pool(
    definition: Definition, where: Standpoint, path: tuple[str, ...], constants: list[Any]
) -> list[Value]:
    found = RecordScope(definition, where).resolve(path)
    numbers = sorted({each for each in constants if isinstance(each, Decimal)})
    steps = resolve(definition, where, path) or ()
    field = steps[-1].field if steps else None
    blank: list[Value] = [] if field and field.required and len(steps) == 1 else [None]
    match found.scalar.kind if found and not found.is_many else None:
        case Kind.NUMBER:
            step = Decimal(1) if field and field.type == "integer" else Decimal("0.01")
            around = sorted(
                {Decimal(0), *(near for each in numbers for near in (each - step, each, each + step))}
            )
            return [*around, *blank]
        case Kind.BOOLEAN:
            return [True, False, *blank]
        case Kind.TEXT:
            texts = [each for each in constants if isinstance(each, str)]
            return [*(_choices(definition, field) or [*texts, "…"]), *blank]
    return [*blank]


def _choices(definition: Definition, field: Any) -> list[Value]:
    options = field.options if field else None
    listed = definition.options.get(options.list) if isinstance(options, ChoiceOptions) else None
    return [each.value for each in listed.choices] if listed else []


def _is_whole(conditions: Iterable[_Found]) -> bool:
    """Tell whether trying values is as good as a proof: one number or choice compared with constants."""
    listed = list(conditions)
    names = {path for checked, _ in listed for path in checked.names}
    return len(names) <= 1 and not any(checked.functions - {"AND", "OR", "NOT"} for checked, _ in listed)
