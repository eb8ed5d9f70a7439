"""Which documents of a draft a person sees: what they may design, and what they need to know beside it.

Of other entities they see what they may read as users; roles, forms and views of others stay unseen.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from builder.drafts.authority import Authority
from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import Principal
from engine.metadata.definition import Definition
from engine.metadata.load import kind_in
from engine.ports import Documents

Json = Mapping[str, Any]


def visible(
    documents: Documents, published: Definition, authority: Authority, principal: Principal
) -> dict[str, Json]:
    """Return the documents a person sees, by file."""
    if authority.may(authority.app, "propose"):
        return dict(documents)
    kept = dict(_kept(documents, published, authority, principal))
    used = {list_id for document in kept.values() for list_id in _lists(document)}
    lists = {path: each for path, each in documents.items() if each["id"] in used}
    return kept | lists


def _kept(
    documents: Documents, published: Definition, authority: Authority, principal: Principal
) -> Iterator[tuple[str, Json]]:
    for path, document in documents.items():
        if kind_in(document) == "app" or authority.may(document["id"], "propose"):
            yield path, document
        elif kind_in(document) == "entity":
            decision = authorize(published, principal, "read", document["id"])
            if isinstance(decision, Decision):
                yield path, _as_user(document, decision.readable | decision.masked)


def _as_user(entity: Json, known: frozenset[str]) -> Json:
    kept = {key: entity[key] for key in ("schema", "id", "name", "label", "icon", "title") if key in entity}
    return {**kept, "fields": _known_fields(entity["fields"], known)}


def _known_fields(fields: list[Json], known: frozenset[str]) -> list[Json]:
    return [
        {**each, "options": {**each["options"], "fields": _known_fields(each["options"]["fields"], known)}}
        if each["type"] == "lines"
        else each
        for each in fields
        if each["id"] in known
    ]


def _lists(document: Json) -> Iterator[str]:
    """Yield the option lists that the fields of an entity choose from."""
    for field in document.get("fields", ()) if kind_in(document) == "entity" else ():
        for each in (field, *field.get("options", {}).get("fields", ())):
            if "list" in each.get("options", {}):
                yield each["options"]["list"]
