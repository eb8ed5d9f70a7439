"""A row rule of one person inside a question asked with another's eyes: who they are is written into it."""

from dataclasses import replace

from engine.access.decision import RowRule
from engine.access.principal import Principal
from engine.dependencies.names import names_in
from engine.dependencies.resolve import Standpoint, resolve
from engine.expressions.nodes import Call, Literal, Node, Operation, Table
from engine.expressions.parse import walk
from engine.expressions.print import print_node
from engine.metadata.definition import Definition
from engine.metadata.model import FormulaOptions, LookupOptions, RollupOptions

_ASKING = ("CURRENT_USER", "HAS_ROLE")
_COMPUTED = (FormulaOptions, LookupOptions, RollupOptions)


def fixed(definition: Definition, entity: str, rule: RowRule, principal: Principal) -> RowRule | None:
    """Return a rule that means the same whoever asks; None where that cannot be said.

    A computed field may ask for the user in its turn, so a rule that reads one cannot be.
    """
    if rule is True:
        return True
    where = Standpoint(definition.entities[entity])
    for path in names_in(print_node(rule)):
        steps = resolve(definition, where, path)
        if steps is None or any(step.field and isinstance(step.field.options, _COMPUTED) for step in steps):
            return None
    roles = frozenset(definition.roles[id].name for id in principal.roles if id in definition.roles)
    written = _written(rule, principal.user, roles)
    asks = (isinstance(each, Call) and each.function in _ASKING for each, _ in walk(written))
    return None if any(asks) else written


def both(one: RowRule, other: RowRule) -> RowRule:
    """Return the rule that meets two."""
    if one is True or other is True:
        return other if one is True else one
    return one if one == other else Call("AND", (one, other))


def _written(node: Node, user: str | None, roles: frozenset[str]) -> Node:
    match node:
        case Call("CURRENT_USER"):
            return Literal(user)
        case Call("HAS_ROLE", (Literal(str() as role),)):
            return Literal(role in roles)
        case Call(_, arguments):
            return replace(node, arguments=tuple(_written(each, user, roles) for each in arguments))
        case Operation(_, operands):
            return replace(node, operands=tuple(_written(each, user, roles) for each in operands))
        case Table(rows):
            return Table(tuple(tuple(_written(each, user, roles) for each in row) for row in rows))
    return node
