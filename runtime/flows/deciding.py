"""A person does something with a task: decides, hands it over, returns the record; at most once.

The run is locked first, so that of two who decide at the same time the second sees what the first did. What
is entered into the record with a decision is stored in the same transaction, as far as the step allows it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, select

from engine.access.principal import Principal
from engine.access.scopes import covers
from engine.flows.events import Action, Decided, Facts
from engine.flows.may import refusals
from engine.forms.writing import Through, through_form
from engine.kernel.errors import Conflict, DomainError, Forbidden, Invalid, NotFound
from engine.kernel.issue import Issue
from engine.metadata.definition import places
from engine.text.labels import label_params
from runtime.flows.facts import look
from runtime.flows.granting import access_at, grant_of
from runtime.flows.instances import lock_run
from runtime.flows.runtime import FlowRuntime
from runtime.flows.stage import Stage
from runtime.flows.stepping import open_stage, step_run
from runtime.flows.task_rows import OPEN
from runtime.storage.record_ids import is_record_id
from runtime.storage.repository import RecordsInUnit
from runtime.storage.system_tables import sys_user
from runtime.storage.system_tables_flows import sys_task
from runtime.storage.unit import Origin

_rows = sys_task.c
_TOO_LATE = ("flow.task.decided", "flow.task.closed", "flow.instance.ended", "flow.task.waiting")
_FOREIGN = ("flow.task.foreign", "flow.instance.not_submitter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody does with a task; `version` is that of the task they saw."""

    task: str
    action: Action
    version: int
    opinion: str = ""
    to: str | None = None
    person: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    record_version: int | None = None
    form: str | None = None


def decide(runtime: FlowRuntime, connection: Connection, principal: Principal, decision: Decision) -> None:
    """Do it, within a unit of work; raise where it may not be done, Conflict where somebody was faster."""
    row = find_task(connection, decision.task, principal)
    require_scope(principal, row.app_id, row.entity_id)
    run = lock_run(connection, row.instance_id)
    row = find_task(connection, decision.task, principal)
    stage = open_stage(runtime, connection, run)
    _require_open(stage, row, decision)
    make = partial(_event, row.number, principal.user or "", decision)
    require_allowed(connection, refusals(stage.plan, stage.instance, make(stage.facts())))
    if decision.values and row.person != principal.user:
        raise Forbidden.of("flow.task.foreign")  # who reminds has no task that would let them enter anything
    _require_active(connection, decision)
    if decision.action in ("approve", "submit"):
        _require_filled(stage, row, decision)
        if not decision.values:
            _hold_to_form(stage, row, principal, decision)
    if decision.values:
        save_values(stage, row, principal, decision)
        stage.changed()
    step_run(stage, run, make)


def get_task(connection: Connection, id: str) -> Row[Any]:
    """Return the row of a task, whoever it belongs to; raise NotFound."""
    row = connection.execute(select(sys_task).where(_rows.id == id)).first() if is_record_id(id) else None
    if row is None:
        raise NotFound.of("flow.task.unknown")
    return row


def find_task(connection: Connection, id: str, principal: Principal) -> Row[Any]:
    """Return the row of a task that is, or was, somebody's; raise NotFound for those of others."""
    row = get_task(connection, id)
    if principal.user not in (row.person, row.decided_by, row.submitter):
        raise NotFound.of("flow.task.unknown")
    return row


def require_scope(principal: Principal, app: str, entity: str, action: str = "update") -> None:
    """Refuse a token that may not change, or read, records of an entity."""
    if not covers(principal.scopes, action, app, entity):
        raise Forbidden.of("access.scope.missing", (), action=action, entity=entity or app or "*")


def require_allowed(connection: Connection, issues: list[Issue]) -> None:
    """Raise the refusal that fits issues, if there are any; who decided before is told by name."""
    if not issues:
        return
    told = [_with_name(connection, each) for each in issues]
    kind: type[DomainError] = Invalid
    if issues[0].code in _TOO_LATE:
        kind = Conflict
    elif issues[0].code in _FOREIGN:
        kind = Forbidden
    raise kind(told)


def save_values(stage: Stage, row: Row[Any], principal: Principal, decision: Decision) -> None:
    """Store what was entered into the record, as far as the step lets its person."""
    hand = _hand(stage, row, principal)
    if hand.grant is not None:
        _require_writable(stage, row.entity_id, hand.grant.writable, decision.values)
    version = decision.record_version
    if version is None:
        raise Invalid.of("request.value.missing", ("record_version",), name="record_version")
    through, records = _through(stage, row, hand, decision), _records(stage, hand)
    try:
        records.update(row.entity_id, row.record_id, decision.values, version, through=through)
    except Invalid as refusal:
        raise Invalid(issue.under("values") for issue in refusal.issues) from refusal


def _hold_to_form(stage: Stage, row: Row[Any], principal: Principal, decision: Decision) -> None:
    """Refuse to go on with what stands in the record while the form shown with the task asks for more."""
    hand = _hand(stage, row, principal)
    through = _through(stage, row, hand, decision)
    if through is None:
        return
    try:
        _records(stage, hand).hold_to_form(row.entity_id, row.record_id, through)
    except Invalid as refusal:
        raise Invalid(issue.under("values") for issue in refusal.issues) from refusal


def _hand(stage: Stage, row: Row[Any], principal: Principal) -> Principal:
    """Return a person with what the step grants them; who submits again does so with their own rights."""
    if row.kind == "resubmit":
        return principal
    access = access_at(stage.former, row.flow_id, row.node_id)
    return replace(principal, grant=grant_of(stage.definition, row.entity_id, access))


def _records(stage: Stage, hand: Principal) -> RecordsInUnit:
    instance = stage.instance
    origin = Origin("flow", correlation=instance.id, chain=instance.chain, depth=instance.depth + 1)
    return stage.runtime.repository(stage.definition, hand, origin).within(stage.connection)


def _through(stage: Stage, row: Row[Any], hand: Principal, decision: Decision) -> Through | None:
    """Return the form shown with the task: with what the step lets its person enter, and nothing else."""
    enterable = hand.grant.writable if hand.grant else None
    return through_form(stage.definition, row.entity_id, decision.form, enterable)


def _event(number: int, by: str, decision: Decision, facts: Facts) -> Decided:
    return Decided(
        facts=facts,
        task=number,
        by=by,
        action=decision.action,
        opinion=decision.opinion.strip(),
        to=decision.to,
        person=decision.person,
    )


def _require_open(stage: Stage, row: Row[Any], decision: Decision) -> None:
    if row.state in OPEN:
        if row.version != decision.version:
            raise Conflict.of("flow.task.stale", (), version=row.version)
        return
    decided = row if row.decided_by is not None else _decided_beside(stage.connection, row)
    if decided is None:
        raise Conflict.of("flow.task.closed")
    at = decided.decided_at.isoformat() if decided.decided_at else None
    when = {"at": at, "at.zone": stage.plan.timezone.key}
    issue = Issue("flow.task.decided", params={"by": decided.decided_by, **when, "state": decided.state})
    raise Conflict([_with_name(stage.connection, issue)])


def _decided_beside(connection: Connection, row: Row[Any]) -> Row[Any] | None:
    """Return the decision in the same step that closed somebody's task."""
    same = (_rows.instance_id == row.instance_id, _rows.node_id == row.node_id, _rows.decided_by.is_not(None))
    found = select(sys_task).where(*same).order_by(_rows.decided_at.desc()).limit(1)
    return connection.execute(found).first()


def _require_active(connection: Connection, decision: Decision) -> None:
    """Refuse to hand a task to somebody who could not do it."""
    if decision.action != "transfer" or decision.person is None:
        return
    known = select(sys_user.c.id).where(sys_user.c.id == decision.person, sys_user.c.active)
    is_known = is_record_id(decision.person) and connection.execute(known).first() is not None
    if not is_known:
        raise Invalid([Issue("identity.person.unknown", ("person",))])


def _require_filled(stage: Stage, row: Row[Any], decision: Decision) -> None:
    """Refuse a decision while a field that the step requires is blank."""
    access = access_at(stage.former, row.flow_id, row.node_id) if row.kind != "resubmit" else {}
    required = {id for id, level in access.items() if level == "required"}
    fields = [each for each in stage.definition.entities[row.entity_id].fields if each.id in required]
    if not fields:
        return
    seen = look_at(stage, row, [each.name for each in fields])
    blank = [each for each in fields if decision.values.get(each.name, seen.get(each.name)) in (None, "", ())]
    if blank:
        raise Invalid(
            Issue("flow.task.required", ("values", each.name), label_params("field", each.label))
            for each in blank
        )


def look_at(stage: Stage, row: Row[Any], names: list[str]) -> Mapping[str, Any]:
    """Return values of the task's record by name."""
    seen = look(stage.viewer, stage.connection, row.entity_id, row.record_id, names)
    return seen.values(names) if seen else {}


def _require_writable(stage: Stage, entity: str, writable: frozenset[str], values: Mapping[str, Any]) -> None:
    fields = {
        place.field.name: place.field
        for place in places(stage.definition.entities[entity])
        if not place.lines
    }
    issues = [
        Issue("flow.task.unwritable", ("values", name), label_params("field", fields[name].label))
        for name in values
        if name in fields and fields[name].id not in writable
    ]
    if issues:
        raise Invalid(issues)


def _with_name(connection: Connection, issue: Issue) -> Issue:
    """Return an issue that names a person by their name instead of their id."""
    by = issue.params.get("by")
    if not isinstance(by, str) or not is_record_id(by):
        return issue
    row = connection.execute(select(sys_user.c.name, sys_user.c.names).where(sys_user.c.id == by)).first()
    if row is None:
        return issue
    others = {name: value for name, value in issue.params.items() if name != "by"}
    names = label_params("by", row.names or {"zh": row.name, "en": row.name})
    return replace(issue, params={**others, "person": by, **names})
