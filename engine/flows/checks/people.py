"""People of a step: sources that say whom they mean, in fields that hold people."""

from collections.abc import Iterator

from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.model import ApprovalNode, FillInNode, Flow, NotifyNode, Who

_NEEDED = {"person": "person", "role": "role", "field": "field"}


def check(definition: Definition, flow: Flow) -> Iterator[Issue]:
    """Yield an issue for each fault, with its place in the flow."""
    for index, node in enumerate(flow.nodes):
        match node:
            case ApprovalNode(approvers=who):
                yield from _sources(definition, flow, who, ("nodes", index, "approvers"))
            case FillInNode(people=who):
                yield from _sources(definition, flow, who, ("nodes", index, "people"))
            case NotifyNode(to=who):
                found = _sources(definition, flow, who, ("nodes", index, "to"))
                yield from found if who or node.email is None else ()


def _sources(definition: Definition, flow: Flow, who: tuple[Who, ...], path: Path) -> Iterator[Issue]:
    if not who:
        yield Issue("flow.people.nobody", path)
    for at, each in enumerate(who):
        missing = _NEEDED.get(each.source)
        place = definition.field(each.field) if each.field else None
        if missing and getattr(each, missing) is None:
            yield Issue("flow.people.incomplete", (*path, at), {"source": each.source})
        elif each.source in ("submitter", "superior", "department_head") and flow.trigger.kind in (
            "schedule",
            "shop_event",
        ):
            yield Issue("flow.people.no_submitter", (*path, at), {"source": each.source})
        elif place and (place.field.type != "person" or place.lines):
            yield Issue("flow.people.field", (*path, at), {"field": place.field.name})
        elif place and place.entity.id != flow.trigger.entity:
            yield Issue("entity.field.foreign", (*path, at), {"entity": _entity(definition, flow)})


def _entity(definition: Definition, flow: Flow) -> str:
    return definition.entities[flow.trigger.entity].name
