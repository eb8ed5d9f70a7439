"""What a person may design: rights come from the published release, never from the draft being judged.

Roles name documents and how far changes may go. Whoever may design the app, or administers roles, may
design everything. A new field's access may be given by whoever designs its entity, and option lists
that are new in a draft belong to whoever makes them. Reports come with dashboards and pages: who may design
one may add reports, and change those that no dashboard or page out of reach shows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from builder.commands.documents import field_lists
from engine.access.authorize import roles_of
from engine.access.principal import Principal
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.load import kind_in, place
from engine.ports import Documents

Effect = Literal["propose", "publish"]
COMPUTED = ("formula", "lookup", "rollup")


@dataclass(frozen=True, slots=True)
class Authority:
    """Documents by id up to each effect; the app's id covers every document."""

    app: str
    propose: frozenset[str]
    publish: frozenset[str]

    def may(self, document: str, effect: Effect) -> bool:
        """Tell whether changes of a document may go as far as an effect."""
        granted = self.publish if effect == "publish" else self.publish | self.propose
        return not granted.isdisjoint((document, self.app))

    def __bool__(self) -> bool:
        return bool(self.propose or self.publish)


def authority_of(published: Definition, principal: Principal) -> Authority:
    """Return what a principal may design in a published app."""
    app = published.app.id
    roles = roles_of(published, principal.roles)
    if principal.kind == "system" or any("roles" in role.administer for role in roles):
        return Authority(app, frozenset(), frozenset({app}))
    grants = [grant for role in roles for grant in role.design]
    propose, publish = (
        frozenset(grant.document for grant in grants if grant.effect == effect)
        for effect in ("propose", "publish")
    )
    return Authority(app, propose, publish)


def refusals(
    authority: Authority, effect: Effect, published: Documents, before: Documents, after: Documents
) -> list[Issue]:
    """Return an issue for every document changed from `before` to `after` that is out of reach."""
    fields = frozenset(_new_fields(authority, effect, published, after))
    boards = [each for each in published.values() if kind_in(each) in ("dashboard", "page")]
    return [
        Issue(f"design.{effect}.not_permitted", place(path), {"document": place(path)[-1]})
        for path in sorted({*before, *after})
        if before.get(path) != after.get(path)
        and not _is_own_list(published, before.get(path), after.get(path))
        and not _gives_access(fields, before.get(path), after.get(path))
        and not _comes_with_boards(authority, effect, boards, after.get(path) or before[path])
        and not authority.may((after.get(path) or before[path])["id"], effect)
    ]


def _is_own_list(published: Documents, *versions: Mapping[str, Any] | None) -> bool:
    """Tell whether a document is an option list that no release has."""
    document = next(each for each in versions if each)
    return kind_in(document) == "options" and all(each["id"] != document["id"] for each in published.values())


def _comes_with_boards(
    authority: Authority, effect: Effect, boards: Sequence[Mapping[str, Any]], document: Mapping[str, Any]
) -> bool:
    """Tell whether a document is a report that only boards within reach show, of which there is one.

    A report reveals nothing by itself: everybody asks its question with rights of their own.
    """
    if kind_in(document) != "report":
        return False
    showing = [each for each in boards if document["id"] in shown_reports(each)]
    reached = [each for each in boards if authority.may(each["id"], effect)]
    return bool(reached) and all(each in reached for each in showing)


def _gives_access(
    fields: frozenset[str], before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> bool:
    """Tell whether nothing changes but what a role may do with new fields."""
    if not before or not after or kind_in(after) != "role":
        return False
    return _without_access(before, fields) == _without_access(after, fields)


def _new_fields(
    authority: Authority, effect: Effect, published: Documents, documents: Documents
) -> Iterator[str]:
    """Yield the entered fields that a draft adds to entities within reach.

    Access to computed ones is not given away with them: they may show what a role must not see.
    """
    known = {field["id"] for document in published.values() for field in _fields(document)}
    for document in documents.values():
        if authority.may(document["id"], effect):
            for field in _fields(document):
                if field["id"] not in known and field["type"] not in COMPUTED:
                    yield field["id"]


def _fields(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if kind_in(document) == "entity":
        for listed in field_lists(dict(document)):
            yield from listed


def _without_access(role: Mapping[str, Any], fields: frozenset[str]) -> dict[str, Any]:
    rights = [
        {**each, "fields": {id: access for id, access in each.get("fields", {}).items() if id not in fields}}
        for each in role.get("entities", ())
    ]
    return {**role, "entities": rights}


def shown_reports(board: Mapping[str, Any]) -> frozenset[str]:
    """Return the ids of the reports on a dashboard or a page."""
    parts = (*board.get("tiles", ()), *board.get("blocks", ()))
    return frozenset(each["report"] for each in parts if "report" in each)
