"""All design checks of flows but those of expressions and references; without errors a flow may go live."""

from collections.abc import Callable, Iterable, Iterator

from engine.entities.checks.placing import place_of
from engine.flows.checks import branches, cycles, drawing, joins, names, people, records, rights, steps
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Flow

CHECKS: tuple[Callable[[Definition, Flow], Iterable[Issue]], ...] = (
    drawing.check,
    branches.check,
    joins.check,
    people.check,
    names.check,
    records.check,
    rights.check,
    steps.check,
    cycles.check,
)


def check_flows(definition: Definition) -> Iterator[Issue]:
    """Yield every finding about flows, with places from the app folder down."""
    for flow in definition.flows.values():
        if flow.trigger.entity in definition.entities:
            for check in CHECKS:
                yield from (issue.under(*place_of(flow)) for issue in check(definition, flow))
