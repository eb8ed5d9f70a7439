"""Principal, action and entity to a Decision, or the refusal as an issue. Pure; the only judge of rights."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from engine.access.decision import Action, Decision, RowRule
from engine.access.fixing import both, fixed
from engine.access.levels import field_levels, permissions
from engine.access.principal import Grant, Principal
from engine.access.scopes import covers
from engine.expressions.nodes import Call, Node
from engine.expressions.parse import parse
from engine.expressions.print import print_node
from engine.kernel.issue import Issue
from engine.kernel.remember import remember
from engine.metadata.definition import Definition, places
from engine.metadata.model import EntityPermission, FieldAccess, Role


def authorize(definition: Definition, principal: Principal, action: Action, entity: str) -> Decision | Issue:
    """Decide about an action on an entity, by its id. Default deny."""
    found = definition.entities.get(entity)
    if found is None:
        return Issue("access.entity.unknown", params={"entity": entity})
    if principal.seen_by is not None:
        return _seen(definition, principal, principal.seen_by, action, entity)
    if principal.kind == "system":
        return _everything(definition, action, entity)
    if not covers(principal.scopes, action, definition.app.id, entity):
        return Issue("access.scope.missing", params={"action": action, "entity": found.name})
    decision = _grant(definition, principal.roles, action, entity)
    if principal.grant is not None and principal.grant.entity == entity and action in ("read", "update"):
        decision = _with_grant(decision, principal.grant, action)
    if decision is None:
        return Issue("access.entity.denied", params={"action": action, "entity": found.name})
    return replace(decision, fingerprint=f"{decision.fingerprint}:{principal.user}:{principal.epoch}")


def roles_of(definition: Definition, ids: frozenset[str]) -> tuple[Role, ...]:
    """Return the roles of an app among given ids, in the order of the app."""
    return tuple(role for id, role in definition.roles.items() if id in ids)


def rule_of(permission: EntityPermission, action: Action) -> bool | str:
    """Return what a permission says about an action: yes, no, or the condition a record must meet."""
    match action:
        case "export":
            return permission.exports and permission.read
        case "import":
            return permission.imports and (permission.create or permission.update)
        case "read":
            return permission.read
        case "create":
            return permission.create
        case "update":
            return permission.update
    return permission.delete


@remember
def _grant(definition: Definition, role_ids: frozenset[str], action: Action, entity: str) -> Decision | None:
    roles = roles_of(definition, role_ids)
    said = tuple(permissions(roles, entity))
    row = _any_of(rule_of(each, action) for each in said)
    if row is None:
        return None
    readers = (each for each in said if each.read is not False)
    actors = (each for each in said if rule_of(each, action) is not False)
    reading = field_levels(definition, roles, entity, readers)
    acting = field_levels(definition, roles, entity, actors)
    writable = _at(acting, "edit") if action in ("create", "update", "import") else frozenset()
    return _decision(entity, action, row, _at(reading, "read", "edit"), writable, _at(reading, "masked"))


def _seen(
    definition: Definition, principal: Principal, viewer: Principal, action: Action, entity: str
) -> Decision | Issue:
    """Decide for somebody who is looked at: what they may and the one who looks may read as well.

    What a task grants is left out; it was given to the person, not to who looks.
    """
    own = authorize(definition, replace(principal, seen_by=None, grant=None), action, entity)
    looking = authorize(definition, viewer, "read", entity)
    if isinstance(own, Issue):
        return own
    row = None if isinstance(looking, Issue) else fixed(definition, entity, looking.row, viewer)
    if isinstance(looking, Issue) or row is None:
        return Issue(
            "access.entity.denied", params={"action": action, "entity": definition.entities[entity].name}
        )
    shown = looking.readable | looking.masked
    readable = own.readable & looking.readable
    decision = _decision(
        entity,
        action,
        both(own.row, row),
        readable,
        own.writable & looking.readable,
        (own.masked | own.readable) & shown - readable,
    )
    return replace(decision, fingerprint=f"{decision.fingerprint}:{own.fingerprint}:{looking.fingerprint}")


def _with_grant(decision: Decision | None, grant: Grant, action: Action) -> Decision:
    """Add what a task grants: its record whatever the row rules say, and the fields of its step."""
    readable = grant.readable | (decision.readable if decision else frozenset())
    masked = (decision.masked if decision else frozenset()) - readable
    writable = decision.writable if decision else frozenset()
    if action == "update":
        writable |= grant.writable
    return _decision(grant.entity, action, True, readable, writable, masked)


@remember
def _everything(definition: Definition, action: Action, entity: str) -> Decision:
    every = frozenset(place.field.id for place in places(definition.entities[entity]))
    return _decision(entity, action, True, every, every, frozenset())


def _any_of(rules: Iterable[bool | str]) -> RowRule | None:
    """Join rules: one that is met is enough; None where none allows. What cannot be read allows nothing."""
    conditions: list[Node] = []
    for rule in rules:
        if rule is True:
            return True
        tree = parse(rule) if isinstance(rule, str) else None
        if tree is not None and not isinstance(tree, Issue) and tree not in conditions:
            conditions.append(tree)
    if len(conditions) > 1:
        return Call("OR", tuple(conditions))
    return conditions[0] if conditions else None


def _at(levels: Mapping[str, FieldAccess], *wanted: FieldAccess) -> frozenset[str]:
    return frozenset(id for id, level in levels.items() if level in wanted)


def _decision(
    entity: str,
    action: Action,
    row: RowRule,
    readable: frozenset[str],
    writable: frozenset[str],
    masked: frozenset[str],
) -> Decision:
    text = "TRUE" if row is True else print_node(row)
    parts = [entity, action, text, *(",".join(sorted(each)) for each in (readable, writable, masked))]
    fingerprint = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]
    return Decision(entity, action, row, readable, writable, masked, fingerprint)
