"""What a task lets its person see and change of its record, for as long as it is theirs.

Fields a step lists as read, edit or required are granted, with the record itself and its title; what it does
not list is as the person's roles have it, and what it hides is not granted.
"""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, select

from engine.access.principal import Grant, Principal
from engine.kernel.remember import remember
from engine.metadata.definition import Definition, places
from engine.metadata.model import ApprovalNode, FillInNode, NodeAccess
from runtime.flows.apps import Apps
from runtime.storage.record_ids import is_record_id
from runtime.storage.system_tables_flows import sys_flow_instance, sys_task

_tasks, _runs = sys_task.c, sys_flow_instance.c
_WRITABLE = ("edit", "required")


def with_tasks(
    connection: Connection, apps: Apps, definition: Definition, principal: Principal, record: tuple[str, str]
) -> Principal:
    """Return a person with what their pending tasks on a record, given as entity and id, grant them."""
    entity, id = record
    if (
        principal.kind != "human"
        or principal.seen_by
        or not is_record_id(id)
        or not has_people(definition, entity)
    ):
        return principal
    joined = sys_task.join(sys_flow_instance, _tasks.instance_id == _runs.id)
    mine = (_tasks.record_id == id, _tasks.person == principal.user, _tasks.state == "pending")
    found = select(_tasks.app_id, _tasks.flow_id, _tasks.node_id, _runs.release).select_from(joined)
    grants = [
        grant_of(
            definition, entity, access_at(apps.former(row.app_id, row.release), row.flow_id, row.node_id)
        )
        for row in connection.execute(found.where(*mine, _tasks.entity_id == entity))
    ]
    return replace(principal, grant=_together(entity, grants)) if grants else principal


def grant_of(definition: Definition, entity: str, access: Mapping[str, NodeAccess]) -> Grant:
    """Return what the access of a step to fields, by id, grants."""
    found = definition.entities[entity]
    readable, writable = {found.title} if found.title else set(), set[str]()
    for place in places(found):
        level = access.get(place.field.id) or (access.get(place.lines.id) if place.lines else None)
        if level and level != "hidden":
            readable.add(place.field.id)
        if level in _WRITABLE:
            writable.add(place.field.id)
    return Grant(entity, frozenset(readable), frozenset(writable))


def access_at(definition: Definition | None, flow: str, node: str) -> Mapping[str, NodeAccess]:
    """Return the access of a step to fields by id."""
    document = definition.flows.get(flow) if definition else None
    found = next((each for each in document.nodes if each.id == node), None) if document else None
    return found.fields if isinstance(found, ApprovalNode | FillInNode) else {}


@remember
def has_people(definition: Definition, entity: str) -> bool:
    """Tell whether any flow asks people about an entity; former releases of a flow may, too, but rarely."""
    return any(
        flow.trigger.entity == entity
        and any(isinstance(each, ApprovalNode | FillInNode) for each in flow.nodes)
        for flow in definition.flows.values()
    )


def _together(entity: str, grants: list[Grant]) -> Grant:
    readable = frozenset[str]().union(*(each.readable for each in grants))
    writable = frozenset[str]().union(*(each.writable for each in grants))
    return Grant(entity, readable, writable)
