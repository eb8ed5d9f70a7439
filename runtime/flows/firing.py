"""Whether a trigger fires: its condition over the record as it is and as it was."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.expressions.context import Context
from engine.flows.events import Facts
from engine.flows.formulas import Sight
from engine.flows.plan import FlowPlan
from engine.kernel.values import Value
from runtime.flows.facts import Seen

WHEN = ("trigger", "when")


@dataclass(frozen=True, slots=True)
class Happening:
    """A record before and after a change, seen by a flow."""

    plan: FlowPlan
    record: Seen
    before: Seen | None
    context: Context

    def before_values(self) -> Mapping[str, Value]:
        """Return what the flow reads of the record as it was."""
        names = self.plan.before
        return self.before.values(names) if self.before else dict.fromkeys(names)

    def value(self, *path: str) -> Value:
        """Return the value of an expression of the trigger, by its place."""
        formula = self.plan.formulas[path]
        names = [name for name, _ in formula.reads if name in self.plan.names]
        needs_lines = any(name not in self.plan.names for name, _ in formula.reads)
        lines = self.record.lines(self.plan.columns) if needs_lines else {}
        facts = Facts(at=self.context.now, values=self.record.values(names), lines=lines)
        return formula.value(Sight(facts, {"before": self.before_values()}), self.context)


def does_fire(happening: Happening) -> bool:
    """Tell whether the condition is met; an error is no."""
    return WHEN not in happening.plan.formulas or happening.value(*WHEN) is True
