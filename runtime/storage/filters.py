"""Filters as expressions: checked against the entity, and every name against the viewer's rights."""

from engine.access.decision import Decision
from engine.dependencies.resolve import Standpoint, Step, resolve
from engine.entities.scope import RecordScope
from engine.expressions import types
from engine.expressions.check import Checked, check_text
from engine.expressions.nodes import Node
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from runtime.storage.viewer import Viewer


def readable_filter(viewer: Viewer, decision: Decision, text: str) -> Node:
    """Return the tree of a filter; what may not be read is as unknown as what does not exist."""
    where = Standpoint(viewer.definition.entities[decision.entity])
    scope = _ReadableScope(viewer, where)
    checked = check_text(text, scope, expected=types.BOOLEAN)
    if not isinstance(checked, Checked):
        raise Invalid(issue.under("filter") for issue in checked)
    if not checked.runs_in_sql:
        raise Invalid([Issue("query.filter.not_in_sql", ("filter",), {"filter": text[:200]})])
    return checked.tree


class _ReadableScope:
    """The scope of an entity, without what the viewer may not read."""

    def __init__(self, viewer: Viewer, where: Standpoint) -> None:
        self._viewer = viewer
        self._where = where
        self._scope = RecordScope(viewer.definition, where)

    def resolve(self, path: tuple[str, ...]) -> types.Type | None:
        """Return the type of a path whose every step may be read."""
        steps = resolve(self._viewer.definition, self._where, path) or ()
        return self._scope.resolve(path) if all(self._may_read(step) for step in steps) else None

    def _may_read(self, step: Step) -> bool:
        decision = self._viewer.may("read", step.entity.id)
        return decision is not None and (step.field is None or step.field.id in decision.readable)
