"""What changed roles would be able to do beyond whoever publishes them: nobody lifts themselves or others.

What runs the installation is given and taken only by those who administer roles. Who may publish the whole
app may give any right on its data; who may design single roles gives no more than they hold.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from builder.commands.documents import field_lists
from builder.drafts.authority import COMPUTED, Authority
from engine.access.authorize import authorize, roles_of, rule_of
from engine.access.boards import may_explore
from engine.access.decision import ACTIONS, Action, Decision
from engine.access.levels import LEVELS, field_levels, permissions
from engine.access.principal import Principal
from engine.access.rights import rights_of
from engine.expressions.parse import parse
from engine.expressions.print import print_node
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition, places
from engine.metadata.load import assemble, kind_in, place
from engine.metadata.model import Entity, Role
from engine.ports import Documents
from engine.text.labels import label_params

Raw = Mapping[str, Any]


def role_refusals(before: Documents, after: Documents, authority: Authority, by: Principal) -> list[Issue]:
    """Return an issue for every right that changed roles would have beyond the person who publishes them."""
    published = assemble(before)
    if by.kind == "system" or _administers_roles(published, by):
        return []
    changed = [
        path
        for path in sorted({*before, *after})
        if before.get(path) != after.get(path) and kind_in(after.get(path) or before[path]) == "role"
    ]
    issues = [issue for path in changed for issue in _running(path, before.get(path), after.get(path))]
    if authority.may(authority.app, "publish"):
        return issues
    # Judged with the new entities and the old roles: nobody holds a right because they are about to.
    kept = {path: each for path, each in after.items() if path in before or path not in changed}
    own = {path: before[path] if path in changed else each for path, each in kept.items()}
    giving = _Giving(published, assemble(after), assemble(own), _new_fields(before, after), authority, by)
    stayed = [path for path in changed if path in after]
    return issues + [issue.under(*place(path)) for path in stayed for issue in giving.issues(after[path])]


def _administers_roles(published: Definition, by: Principal) -> bool:
    return any("roles" in role.administer for role in roles_of(published, by.roles))


def _running(path: str, before: Raw | None, after: Raw | None) -> Iterator[Issue]:
    """Yield an issue where what a role runs of the installation changes."""
    was, now = (set((each or {}).get("administer", ())) for each in (before, after))
    if was != now:
        role = after or before or {}
        where = (*place(path), "administer") if after else place(path)
        yield Issue("design.role.administer", where, label_params("role", role["label"]))


def _new_fields(before: Documents, after: Documents) -> frozenset[str]:
    """Return the entered fields that are new: there is nothing in them yet that could be given away."""
    known = {each["id"] for each in _fields(before)}
    return frozenset(e["id"] for e in _fields(after) if e["id"] not in known and e["type"] not in COMPUTED)


def _fields(documents: Documents) -> Iterator[Raw]:
    for document in documents.values():
        if kind_in(document) == "entity":
            for listed in field_lists(dict(document)):
                yield from listed


@dataclass(frozen=True)
class _Giving:
    """Roles before and after, before somebody who would publish them."""

    published: Definition
    after: Definition
    own: Definition
    new_fields: frozenset[str]
    authority: Authority
    by: Principal

    def issues(self, document: Raw) -> Iterator[Issue]:
        """Yield what one role would get beyond what it had and what the person has."""
        role, old = self.after.roles[document["id"]], self.published.roles.get(document["id"])
        words = label_params("role", role.label)
        if role.explore and not (old and old.explore) and not may_explore(self.own, self.by):
            yield Issue("design.role.explore", ("explore",), words)
        had = {(each.document, each.effect) for each in old.design} if old else set()
        for at, each in enumerate(role.design):
            given = (each.document, each.effect)
            if given not in had and not self.authority.may(each.document, each.effect):
                yield Issue("design.role.design", ("design", at), words)
        for entity in self.after.entities.values():
            yield from self._rows(role, old, entity)
            yield from self._levels(role, old, entity)

    def _rows(self, role: Role, old: Role | None, entity: Entity) -> Iterator[Issue]:
        for action in ACTIONS:
            had = {*_rules(old, entity.id, action), *self._own_rules(entity.id, action)}
            more = _rules(role, entity.id, action) - had
            if more and True not in had:
                right = {"right": {"export": "exports", "import": "imports"}.get(action, action)}
                labels = label_params("role", role.label) | label_params("entity", entity.label)
                yield Issue("design.role.rows", (), labels | {"right": right["right"]})

    def _own_rules(self, entity: str, action: Action) -> set[bool | str]:
        decision = authorize(self.own, self.by, action, entity)
        if not isinstance(decision, Decision):
            return set()
        rules = {rule for each in roles_of(self.own, self.by.roles) for rule in _rules(each, entity, action)}
        return rules | ({True} if decision.row is True else set())

    def _levels(self, role: Role, old: Role | None, entity: Entity) -> Iterator[Issue]:
        now, was = _levels(self.after, role, entity.id), _levels(self.published, old, entity.id)
        mine = rights_of(self.own, self.by, entity.id).fields
        for each in places(entity):
            id = each.field.id
            reached = max(_rank(was.get(id, "hidden")), _rank(mine.get(id, "hidden")))
            if id not in self.new_fields and _rank(now[id]) > reached:
                labels = label_params("role", role.label) | label_params("field", each.field.label)
                yield Issue("design.role.field", (), labels)


def _rules(role: Role | None, entity: str, action: Action) -> set[bool | str]:
    """Return what a role's permissions say about an action, conditions in one spelling."""
    said = (rule_of(each, action) for each in permissions((role,), entity)) if role else ()
    return {_spelled(rule) for rule in said if rule is not False}


def _spelled(rule: bool | str) -> bool | str:
    tree = parse(rule) if isinstance(rule, str) else rule
    return print_node(tree) if isinstance(rule, str) and not isinstance(tree, Issue | bool) else rule


def _levels(definition: Definition, role: Role | None, entity: str) -> Mapping[str, str]:
    """Return how far a role gets to each field: without writing, entering is reading."""
    if role is None or entity not in definition.entities:
        return {}
    said = tuple(each for each in permissions((role,), entity) if any(rule_of(each, a) for a in ACTIONS))
    writes = any(each.create or each.update for each in said)
    levels = field_levels(definition, (role,), entity, said)
    return {id: "read" if level == "edit" and not writes else level for id, level in levels.items()}


def _rank(level: str) -> int:
    return [str(each) for each in LEVELS].index(level)
