"""Threshold: a figure crosses a limit; it must come back to where it is reset before it can cross again."""

from decimal import Decimal
from typing import Any, Literal

from engine.expressions.coerce import to_number
from engine.expressions.context import Context, Run
from engine.expressions.faults import Fault
from engine.flows.trigger_kind import Firing, TriggerKind, Watched, computed, condition
from engine.kernel.issue import Issue
from engine.metadata.model import ThresholdTrigger


def cross(
    is_beyond: bool,
    value: Decimal,
    limit: Decimal,
    *,
    reset: Decimal | None = None,
    direction: Literal["below", "above"] = "below",
) -> tuple[bool, bool]:
    """Return whether the limit is crossed now, and whether the figure is beyond it and not yet back.

    A reset on the wrong side of the limit counts as the limit.
    """
    sign = 1 if direction == "below" else -1
    figure, edge = sign * value, sign * limit
    back = max(edge, sign * reset) if reset is not None else edge
    if is_beyond:
        return False, figure < back
    return figure < edge, figure < edge


def _fires(watched: Watched[ThresholdTrigger]) -> Firing:
    was_beyond = watched.change.is_beyond
    holds = condition(watched)
    figures = [_number(watched, name) for name in ("value", "limit", "reset")]
    faults = [each for each in (holds, *figures) if isinstance(each, Issue)]
    value, limit, reset = (None if isinstance(each, Issue) else each for each in figures)
    if faults or not holds or value is None or limit is None:
        return Firing(fires=False, is_beyond=was_beyond, issue=faults[0] if faults else None)
    fires, is_beyond = cross(was_beyond, value, limit, reset=reset, direction=watched.trigger.direction)
    return Firing(fires=fires, is_beyond=is_beyond)


def _number(watched: Watched[Any], name: str) -> Decimal | Issue | None:
    value = computed(watched, name)
    if value is None or isinstance(value, Issue):
        return value
    change = watched.change
    try:
        return to_number(Run(Context(change.facts.at, watched.plan.timezone, change.user)), value)
    except Fault as fault:
        cause = fault.error.cause.removeprefix("expression.cause.")
        params = {"expression": getattr(watched.trigger, name), "error": fault.error.code, "cause": cause}
        return Issue("flow.trigger.failed", params=params)


KIND = TriggerKind("threshold", frozenset({"created", "changed"}), _fires)
