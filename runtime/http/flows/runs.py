"""One run as it is sent: its drawing, where it stands, and why it went which way."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from sqlalchemy import Row, select

from engine.access.principal import Principal
from engine.access.scopes import covers
from engine.flows.disclosing import seen_by
from engine.flows.explain import explain
from engine.flows.instance import Instance, Reason, Step
from engine.flows.labelling import labels_in
from engine.kernel.errors import DomainError, NotFound
from engine.metadata.model import ConditionNode, Flow
from runtime.flows.instances import run_of
from runtime.http.flows.showing import Item, Showing, instant
from runtime.http.flows.task_items import task_items
from runtime.server.apps import InstalledApp
from runtime.storage.record_ids import is_record_id
from runtime.storage.system_tables_flows import sys_flow_instance, sys_task

_runs, _tasks = sys_flow_instance.c, sys_task.c


def find_visible(
    showing: Showing, principal: Principal, installed: InstalledApp, id: str, *, is_administrator: bool
) -> Row[Any]:
    """Return the row of a run that somebody may see: who takes part, who may read its record, who runs it."""
    row = None
    if is_record_id(id):
        found = select(sys_flow_instance).where(_runs.id == id, _runs.app_id == installed.definition.app.id)
        row = showing.connection.execute(found).first()
    if row is None or not (
        is_administrator or _takes_part(showing, principal, row) or _reads(showing, principal, installed, row)
    ):
        raise NotFound.of("flow.instance.unknown")
    return row


def run_answer(showing: Showing, row: Row[Any], principal: Principal, *, is_administrator: bool) -> Item:
    """Return a run."""
    instance, document = run_of(row).instance, showing.document(row.app_id, row.flow_id, row.release)
    tasks = list(
        showing.connection.execute(
            select(sys_task).where(_tasks.instance_id == row.id).order_by(_tasks.number)
        )
    )
    items, installed = task_items(showing, tasks), showing.app(row.app_id)
    may_see = seen_by(installed.definition, principal, document) if installed and document else _nothing
    labels = labels_in(installed.definition, document) if installed and document else None
    showing.know_people([row.submitter])
    showing.know_people(_named(instance))
    showing.know_records([(row.app_id, row.entity_id, row.record_id)])
    words = partial(explain, release=instance.release, people=showing.people, may_see=may_see, labels=labels)
    return {
        "id": row.id,
        "state": row.state,
        "app": showing.app_name(row.app_id),
        "flow": {
            **showing.flow(row.app_id, row.flow_id, row.release),
            **(_drawing(document) if document else {}),
        },
        "record": showing.record(row.entity_id, row.record_id),
        "entity": showing.entity_name(row.app_id, row.entity_id),
        "submitter": showing.person(row.submitter),
        "started_at": instant(row.started_at),
        "ended_at": instant(row.ended_at),
        "steps": [_step(step, words) for step in instance.steps],
        "tokens": [
            {"node": each.node, "since": instant(each.since), "incident": bool(each.data.get("incident"))}
            for each in instance.tokens
        ],
        "tasks": items,
        "release": row.release,
        "may": _may(row, instance, principal, is_administrator),
    }


def _step(step: Step, words: Callable[[Reason], Mapping[str, str]]) -> Item:
    return {
        "node": step.node,
        "entered_at": instant(step.entered_at),
        "left_at": instant(step.left_at),
        "outcome": step.outcome,
        "words": [words(each) for each in step.reasons],
    }


def _nothing(name: str) -> bool:
    return False


def _drawing(flow: Flow) -> Item:
    """Return what is drawn of a flow: no conditions and no values, which not everybody may know."""
    return {
        "nodes": [
            {
                "id": each.id,
                "kind": each.kind,
                "label": dict(each.label),
                **(
                    {"branches": [{"id": branch.id, "label": dict(branch.label)} for branch in each.branches]}
                    if isinstance(each, ConditionNode)
                    else {}
                ),
            }
            for each in flow.nodes
        ],
        "edges": [
            {"from": each.from_, "to": each.to, "branch": each.branch, "on": each.on} for each in flow.edges
        ],
        "trigger": {"kind": flow.trigger.kind},
    }


def _may(row: Row[Any], instance: Instance, principal: Principal, is_administrator: bool) -> list[str]:
    if row.state != "running":
        return []
    is_mine = row.submitter is not None and row.submitter == principal.user
    waits = any(each.state == "pending" for each in instance.tasks)
    offered = {
        "withdraw": is_mine,
        "cancel": is_administrator,
        "remind": waits and (is_mine or is_administrator),
    }
    return [name for name, is_offered in offered.items() if is_offered]


def _named(instance: Instance) -> list[str]:
    """Return the people that reasons speak of."""
    reasons = [reason for step in instance.steps for reason in step.reasons]
    return [
        value
        for each in reasons
        for value in each.params.values()
        if isinstance(value, str) and is_record_id(value)
    ]


def _takes_part(showing: Showing, principal: Principal, row: Row[Any]) -> bool:
    if not covers(principal.scopes, "read", row.app_id, row.entity_id):
        return False
    if principal.user is not None and principal.user == row.submitter:
        return True
    mine = select(_tasks.id).where(_tasks.instance_id == row.id, _tasks.person == principal.user)
    return principal.kind == "human" and showing.connection.execute(mine.limit(1)).first() is not None


def _reads(showing: Showing, principal: Principal, installed: InstalledApp, row: Row[Any]) -> bool:
    try:
        showing.services.repository(installed, principal).get_json(row.entity_id, row.record_id)
    except DomainError:
        return False
    return True
