"""Row rules on a record that is being written: its old and its new state, before anything is committed."""

from collections.abc import Mapping
from typing import Any

from engine.access.decision import Decision
from engine.dependencies.resolve import Standpoint
from engine.entities.working import Evaluation, Linked, Working, compile_at
from engine.expressions.print import print_node
from engine.metadata.model import LinesOptions
from runtime.storage.plans import plans_of
from runtime.storage.viewer import Viewer


def meets_rule(viewer: Viewer, decision: Decision, values: Mapping[str, Any], linked: Linked) -> bool:
    """Tell whether a record meets the decision's row rule; an error is no."""
    if decision.row is True:
        return True
    text = print_node(decision.row)
    evaluation = plans_of(viewer.definition).get(
        ("rule", decision.entity, text), lambda: _compiled(viewer, decision.entity, text)
    )
    return evaluation(_working(viewer, decision.entity, values, linked)) is True


def _compiled(viewer: Viewer, entity: str, text: str) -> Evaluation:
    return compile_at(viewer.definition, Standpoint(viewer.definition.entities[entity]), text)


def _working(viewer: Viewer, entity: str, values: Mapping[str, Any], linked: Linked) -> Working:
    record = Working(dict(values), values, viewer.context, linked)
    for field in viewer.definition.entities[entity].fields:
        if isinstance(field.options, LinesOptions):
            record.lines[field.name] = [
                Working(dict(line.values), line.values, viewer.context, linked, line.id, parent=record)
                for line in values.get(field.name) or ()
            ]
    return record
