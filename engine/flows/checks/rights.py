"""Rights a flow acts with: some role of it may write what its steps write."""

from collections.abc import Iterator

from engine.flows.checks.nodes_of import nodes_of
from engine.flows.checks.records import target_of
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.model import CreateRecordNode, Flow, UpdateRecordNode
from engine.text.labels import label_params


def check(definition: Definition, flow: Flow) -> Iterator[Issue]:
    """Warn of steps that would be refused; a flow without any role is told of elsewhere."""
    if flow.run_as != "owner" or not flow.roles:
        return
    for path, node, _ in nodes_of(flow):
        match node:
            case CreateRecordNode(entity=entity):
                right = "create"
            case UpdateRecordNode(target=target):
                found = target_of(definition, flow, path, target)
                entity, right = found if isinstance(found, str) else "", "update"
            case _:
                continue
        if entity in definition.entities and not _may(definition, flow, entity, right):
            params = label_params("entity", definition.entities[entity].label)
            yield Issue(f"flow.rights.{right}", path, params, Severity.WARNING)


def _may(definition: Definition, flow: Flow, entity: str, right: str) -> bool:
    roles = (definition.roles[id] for id in flow.roles if id in definition.roles)
    return any(
        each.entity == entity and getattr(each, right) is not False
        for role in roles
        for each in role.entities
    )
