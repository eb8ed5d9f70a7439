"""What may not happen to an instance now, and why; asked before an event is handed to `advance`."""

from collections.abc import Iterator

from engine.flows.events import Decided, Event, Repaired, Withdrawn
from engine.flows.instance import Instance, Task
from engine.flows.plan import FlowPlan
from engine.flows.returning import SUBMITTER
from engine.kernel.issue import Issue
from engine.metadata.model import ApprovalNode, ConditionNode, FillInNode

ACTIONS = {
    "approval": ("approve", "reject", "return", "transfer", "remind"),
    "fill_in": ("submit", "transfer", "remind"),
    "resubmit": ("submit", "remind"),
}


def refusals(
    plan: FlowPlan, instance: Instance, event: Event, *, is_administrator: bool = False
) -> list[Issue]:
    """Return why an event may not happen, nothing where it may.

    An administrator may remind and cancel in flows of others, never decide for them.
    """
    match event:
        case Decided():
            return list(_decision(plan, instance, event, is_administrator))
        case Withdrawn():
            return list(_withdrawal(instance, event, is_administrator))
        case Repaired():
            return list(_repair(plan, instance, event))
    return []


def actions(plan: FlowPlan, instance: Instance, task: Task) -> tuple[str, ...]:
    """Return what the owner of a pending task may do with it."""
    offered = ACTIONS[task.kind] if task.state == "pending" else ()
    can_return = bool(return_targets(plan, instance, task))
    return tuple(each for each in offered if each != "remind" and (each != "return" or can_return))


def return_targets(plan: FlowPlan, instance: Instance, task: Task) -> tuple[str, ...]:
    """Return where the record may be returned to: `submitter`, or nodes with people, the latest first."""
    node = plan.nodes[task.node].node
    if not isinstance(node, ApprovalNode):
        return ()
    earlier = tuple(dict.fromkeys(_asked_before(plan, instance, node.id)))
    submitter = (SUBMITTER,) if instance.submitter else ()
    match node.return_to:
        case "any":
            return (*submitter, *earlier)
        case "previous":
            return earlier[:1] or submitter
    return submitter


def _asked_before(plan: FlowPlan, instance: Instance, node: str) -> Iterator[str]:
    for step in reversed(instance.steps):
        planned = plan.nodes.get(step.node)
        has_people = planned and isinstance(planned.node, ApprovalNode | FillInNode)
        if has_people and step.left_at and step.node != node and node in plan.reaches[step.node]:
            yield step.node


def _decision(plan: FlowPlan, instance: Instance, event: Decided, is_administrator: bool) -> Iterator[Issue]:
    task = next((each for each in instance.tasks if each.number == event.task), None)
    if task is None:
        yield Issue("flow.task.unknown")
    elif task.state in ("approved", "rejected", "returned", "done"):
        at = task.decided_at.isoformat() if task.decided_at else None
        when = {"at": at, "at.zone": plan.timezone.key}
        yield Issue("flow.task.decided", params={"by": task.decided_by, **when, "state": task.state})
    elif task.state == "cancelled" or instance.state != "running":
        yield Issue("flow.task.closed")
    elif task.state == "waiting":
        yield Issue("flow.task.waiting")
    elif event.action not in ACTIONS[task.kind]:
        yield Issue("flow.task.action", params={"action": event.action})
    elif event.action == "remind":
        if event.by != instance.submitter and not is_administrator:
            yield Issue("flow.instance.not_submitter")
    elif event.by != task.person:
        yield Issue("flow.task.foreign")
    else:
        yield from _particulars(plan, instance, task, event)


def _particulars(plan: FlowPlan, instance: Instance, task: Task, event: Decided) -> Iterator[Issue]:
    node = plan.nodes[task.node].node
    wanted = node.opinion if isinstance(node, ApprovalNode) else "optional"
    asks_words = {"required": ("approve", "reject", "return"), "required_to_reject": ("reject", "return")}
    if not event.opinion.strip() and event.action in asks_words.get(wanted, ()):
        yield Issue("flow.opinion.missing", ("opinion",))
    if event.action == "return" and (event.to or SUBMITTER) not in return_targets(plan, instance, task):
        yield Issue("flow.return.impossible", ("to",), {"to": event.to or SUBMITTER})
    if event.action == "transfer":
        yield from _transfer(instance, task, event)


def _transfer(instance: Instance, task: Task, event: Decided) -> Iterator[Issue]:
    [token] = (each for each in instance.tokens if each.number == task.token)
    numbers = token.data.get("tasks", ())
    mine = {each.person for each in instance.tasks if each.number in numbers and each.state != "cancelled"}
    if not event.person:
        yield Issue("flow.transfer.nobody", ("person",))
    elif event.person in mine:
        yield Issue("flow.transfer.asked", ("person",))


def _withdrawal(instance: Instance, event: Withdrawn, is_administrator: bool) -> Iterator[Issue]:
    if instance.state != "running":
        yield Issue("flow.instance.ended", params={"state": instance.state})
    elif event.is_cancelled and not is_administrator:
        yield Issue("flow.instance.not_administrator")
    elif not event.is_cancelled and event.by != instance.submitter:
        yield Issue("flow.instance.not_submitter")


def _repair(plan: FlowPlan, instance: Instance, event: Repaired) -> Iterator[Issue]:
    token = next((each for each in instance.tokens if each.number == event.token), None)
    if instance.state != "running":
        yield Issue("flow.instance.ended", params={"state": instance.state})
    elif token is None or "incident" not in token.data:
        yield Issue("flow.incident.closed")
    elif event.how == "skip" and isinstance(plan.nodes[token.node].node, ConditionNode):
        yield Issue("flow.repair.condition")
    elif event.how == "edit" and not event.values:
        yield Issue("flow.repair.nothing", ("values",))
