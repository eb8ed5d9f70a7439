"""Who may do what in the channel sales app, worked out without any code of the product.

Reads the role documents as plain JSON. What a row rule means is said here once more, in Python, by its
text: a rule that is not in the table fails the matrix until somebody says what it means.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

APP = Path(__file__).parents[3] / "examples" / "channel_sales"
OWN, FOREIGN, DELETED = "own", "foreign", "deleted"
COMPUTED = ("formula", "lookup", "rollup", "lines", "sequence")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is true of a record: whether it is the actor's, and its status."""

    is_own: bool
    status: str


Rule = Callable[[Facts], bool]


def _own(facts: Facts) -> bool:
    return facts.is_own


def _own_in(*states: str) -> Rule:
    return lambda facts: facts.is_own and facts.status in states


RULES: Mapping[str, Rule] = {
    "owner = CURRENT_USER()": _own,
    "sales_person = CURRENT_USER()": _own,
    "order.sales_person = CURRENT_USER()": _own,
    "portal_user = CURRENT_USER()": _own,
    "customer.portal_user = CURRENT_USER()": _own,
    'AND(level = "dealer", in_force)': lambda facts: True,  # every price list of the world is one of those
    'AND(sales_person = CURRENT_USER(), OR(status = "draft", status = "submitted"))': _own_in(
        "draft", "submitted"
    ),
    'AND(sales_person = CURRENT_USER(), OR(status = "draft", status = "submitted", status = "cancelled"))': (
        _own_in("draft", "submitted", "cancelled")
    ),
    'AND(sales_person = CURRENT_USER(), status = "draft")': _own_in("draft"),
    'AND(customer.portal_user = CURRENT_USER(), OR(status = "draft", status = "submitted"))': _own_in(
        "draft", "submitted"
    ),
    'AND(customer.portal_user = CURRENT_USER(), status = "draft")': _own_in("draft"),
    'AND(status <> "draft", status <> "submitted")': lambda facts: facts.status not in ("draft", "submitted"),
    'OR(status = "confirmed", status = "partly_shipped", status = "shipped")': lambda facts: (
        facts.status in ("confirmed", "partly_shipped", "shipped")
    ),
    'AND(requester = CURRENT_USER(), status = "draft")': _own_in("draft"),
}


def documents(kind: str) -> dict[str, Any]:
    """Return the raw documents of a kind by name."""
    files = sorted((APP / kind).glob("*.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}


ENTITIES = documents("entities")
ROLES = documents("roles")


@dataclass(frozen=True, slots=True)
class Policy:
    """What one actor may do; `role` is None for who has no role in this app, `only_read` for a narrow token."""

    role: str | None
    only_read: bool = False

    def permission(self, entity: str) -> Mapping[str, Any]:
        """Return what the role says about an entity; nothing where it says nothing."""
        if self.role is None:
            return {}
        id = ENTITIES[entity]["id"]
        said = (each for each in ROLES[self.role].get("entities", ()) if each["entity"] == id)
        return next(said, {})

    def has(self, action: str, entity: str) -> bool:
        """Tell whether an action is possible on any record at all."""
        if self.only_read and action != "read":
            return False
        key = {"export": "exports", "import": "imports"}.get(action, action)
        return self.permission(entity).get(key, False) is not False

    def may(self, action: str, entity: str, facts: Facts) -> bool:
        """Tell whether an action is possible on a record."""
        if not self.has(action, entity):
            return False
        rule = self.permission(entity).get(action, False)
        return rule is True or RULES[rule](facts)

    def knows(self, entity: str) -> bool:
        """Tell whether an entity exists for the actor."""
        actions = ("read", "create", "update", "delete", "export", "import")
        return any(self.has(action, entity) for action in actions)

    def level(self, entity: str, field: Mapping[str, Any]) -> str:
        """Return the access to an entered field."""
        said = self.permission(entity)
        return said.get("fields", {}).get(field["id"], said.get("other_fields", "edit"))

    def fields_at(self, entity: str, level: str) -> list[str]:
        """Return the names of entered fields with a level of access."""
        entered = (each for each in ENTITIES[entity]["fields"] if each["type"] not in COMPUTED)
        return [each["name"] for each in entered if self.level(entity, each) == level]

    @property
    def administers(self) -> frozenset[str]:
        """Return the parts of the installation the actor runs."""
        return (
            frozenset(ROLES[self.role].get("administer", ()))
            if self.role and not self.only_read
            else frozenset()
        )

    @property
    def oversees(self) -> bool:
        """Tell whether the actor sees to who may do what: runs people or roles, or publishes the whole app."""
        if not self.administers.isdisjoint(("people", "roles")):
            return True
        if self.role is None or self.only_read:
            return False
        app = json.loads((APP / "app.json").read_text(encoding="utf-8"))["id"]
        grants = ROLES[self.role].get("design", ())
        return any(each["document"] == app and each["effect"] == "publish" for each in grants)

    @property
    def designs(self) -> bool:
        """Tell whether the actor may design anything."""
        return bool(self.role and not self.only_read and ROLES[self.role].get("design"))
