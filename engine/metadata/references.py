"""Check that every reference in a set of valid documents names something that exists and fits."""

from collections.abc import Iterator, Mapping
from typing import Any

from engine.kernel.issue import Issue
from engine.metadata.walk import Reference, walk_document

Documents = Mapping[str, Mapping[str, Any]]


def check_references(documents: Documents) -> list[Issue]:
    """Report dangling references, references of the wrong kind, and fields of another entity."""
    kinds = dict(_kinds(documents))
    owners = dict(_owners(documents))
    found: list[Issue] = []
    for path, document in documents.items():
        for use in walk_document(document["schema"].split("/")[1], document):
            if isinstance(use, Reference):
                issue = _check(use, kinds) or _check_owner(use, document, owners)
                if issue:
                    found.append(issue.under(*path.removesuffix(".json").split("/")))
    return found


def _check(use: Reference, kinds: Mapping[str, str]) -> Issue | None:
    kind = kinds.get(use.id)
    if kind is None:
        return Issue("reference.target.missing", use.path, {"id": use.id, "kind": use.kind})
    if use.kind not in (kind, "document") or (use.kind == "document" and kind == "field"):
        return Issue("reference.target.kind", use.path, {"id": use.id, "kind": use.kind, "found": kind})
    return None


def _check_owner(use: Reference, document: Mapping[str, Any], owners: Mapping[str, str]) -> Issue | None:
    """Forms and views show fields of their own entity only."""
    if use.kind == "field" and "entity" in document and owners.get(use.id) != document["entity"]:
        return Issue("reference.field.foreign", use.path, {"id": use.id})
    return None


def _kinds(documents: Documents) -> Iterator[tuple[str, str]]:
    for document in documents.values():
        yield document["id"], document["schema"].split("/")[1]
    for id, _ in _owners(documents):
        yield id, "field"


def _owners(documents: Documents) -> Iterator[tuple[str, str]]:
    for document in documents.values():
        for each in document.get("fields", ()):
            yield each["id"], document["id"]
            for column in each.get("options", {}).get("fields", ()):
                yield column["id"], document["id"]
