"""Tasks as they are sent."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from engine.access.principal import Principal
from engine.flows.instance import Instance, Task
from engine.flows.may import actions, return_targets
from engine.flows.plan import FlowPlan
from engine.flows.returning import SUBMITTER
from engine.metadata.definition import Definition
from engine.metadata.model import ApprovalNode
from runtime.flows.granting import access_at
from runtime.http.flows.showing import Item, Showing, instant
from runtime.http.flows.summaries import summaries

_SUBMITTER_LABEL = {"zh": "提交人", "en": "Who submitted it"}


def summed_up(showing: Showing, reader: Principal, rows: Sequence[Row[Any]]) -> list[Item]:
    """Return tasks of a list with what tells their records apart, as its reader may see it."""
    found = summaries(showing, reader, rows)
    return [{**item, "summary": found.get(item["id"], [])} for item in task_items(showing, rows)]


def task_items(showing: Showing, rows: Sequence[Row[Any]]) -> list[Item]:
    """Return tasks of a list."""
    showing.know_people([each for row in rows for each in (row.person, row.submitter, row.decided_by)])
    showing.know_records([(row.app_id, row.entity_id, row.record_id) for row in rows])
    return [task_item(showing, row) for row in rows]


def task_item(showing: Showing, row: Row[Any]) -> Item:
    """Return one task of those that were looked up."""
    return {
        "id": row.id,
        "app": showing.app_name(row.app_id),
        "flow": showing.flow(row.app_id, row.flow_id),
        "node": showing.node(row.app_id, row.flow_id, row.node_id),
        "kind": row.kind,
        "state": row.state,
        "instance": row.instance_id,
        "entity": showing.entity_name(row.app_id, row.entity_id),
        "record": showing.record(row.entity_id, row.record_id),
        "submitter": showing.person(row.submitter),
        "person": showing.person(row.person),
        "since": instant(row.since),
        "due": instant(row.due),
        "decided_at": instant(row.decided_at),
        "decided_by": showing.person(row.decided_by),
        "opinion": row.opinion,
        "version": row.version,
    }


def task_particulars(
    former: Definition, now: Definition, plan: FlowPlan, instance: Instance, task: Task
) -> Item:
    """Return what a person may do with a task, and what they may see and enter of the record in it."""
    node = plan.nodes[task.node].node
    access = {} if task.kind == "resubmit" else access_at(former, plan.flow.id, task.node)
    targets = return_targets(plan, instance, task) if task.state == "pending" else ()
    return {
        "fields": _named(now, access),
        "actions": list(actions(plan, instance, task)),
        "opinion": node.opinion if isinstance(node, ApprovalNode) else "optional",
        "return_to": [{"node": each, "label": _label(plan, each)} for each in targets],
        "may_transfer_to": "people",
    }


def _named(definition: Definition, access: Any) -> dict[str, str]:
    named: dict[str, str] = {}
    for id, level in access.items():
        place = definition.field(id)
        if place is not None:
            name = place.field.name
            named[f"{place.lines.name}.{name}" if place.lines else name] = level
    return named


def _label(plan: FlowPlan, target: str) -> dict[str, str]:
    if target == SUBMITTER:
        return _SUBMITTER_LABEL
    return dict(plan.nodes[target].node.label)
