"""Which values a flow saw may be shown to whom: only what they may read of the records concerned anyway."""

from collections.abc import Callable, Iterator

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import Principal
from engine.dependencies.flow_scopes import BEFORE, known_names
from engine.dependencies.resolve import Standpoint, Step, resolve
from engine.metadata.definition import Definition
from engine.metadata.dump import dump_document
from engine.metadata.model import Flow, LinesOptions


def seen_by(definition: Definition, principal: Principal, flow: Flow) -> Callable[[str], bool]:
    """Return whether the value of a dotted name in a flow may be shown; what is not understood is not.

    Of other records than the flow's own, values are shown to those who may read all records of that kind.
    """
    own = flow.trigger.entity
    standpoints = standpoints_of(definition, flow)

    def may_see(name: str) -> bool:
        path = tuple(name.split("."))
        found = next((steps for where in standpoints if (steps := resolve(definition, where, path))), None)
        if found is None:
            return False
        is_other = path[0] in standpoints[0].names and path[0] != BEFORE
        return all(
            _may_read(definition, principal, step, is_own=step.entity.id == own and not is_other)
            for step in found
        )

    return may_see


def standpoints_of(definition: Definition, flow: Flow) -> list[Standpoint]:
    """Return where expressions of a flow stand: at its record, and in each of its detail lines."""
    return list(_standpoints(definition, flow))


def _standpoints(definition: Definition, flow: Flow) -> Iterator[Standpoint]:
    entity = definition.entities.get(flow.trigger.entity)
    if entity is None:
        return
    known = {name: id for name, id, _ in known_names(dump_document(flow))}
    names = {BEFORE: entity.id, **known}
    yield Standpoint(entity, names=names)
    for field in entity.fields:
        if isinstance(field.options, LinesOptions):
            yield Standpoint(entity, field, names, is_open=True)


def _may_read(definition: Definition, principal: Principal, step: Step, *, is_own: bool) -> bool:
    decision = authorize(definition, principal, "read", step.entity.id)
    if not isinstance(decision, Decision) or (decision.row is not True and not is_own):
        return False
    return step.field is None or step.field.id in decision.readable
