"""From parsed JSON files to a valid Definition, or every issue at once.

Stages: structure by the schemas, then identity (ids and names), then references. Each stage reports
all it finds; a later stage runs only on what the earlier one accepts. Types of expressions are
checked above, in `engine.entities.check`.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jsonschema import ValidationError

from engine.kernel.ids import SYSTEM_FIELDS
from engine.kernel.issue import Issue
from engine.kernel.path import Path
from engine.metadata.definition import Definition
from engine.metadata.dump import FOLDERS
from engine.metadata.model import DOCUMENTS
from engine.metadata.references import check_references
from engine.metadata.schema_files import validator
from engine.metadata.structure import build
from engine.metadata.upgrades.chain import upgrade

Documents = Mapping[str, Mapping[str, Any]]
RESERVED_NAMES = {*SYSTEM_FIELDS, "parent", "true", "false", "and", "or", "not"}
REMEMBERED = 2_000
_QUERIES = validator("query.json")
_VALIDATORS = {kind: validator(f"{kind}.json") for kind in DOCUMENTS}


def load_definition(documents: Documents) -> Definition | list[Issue]:
    """Load the documents of an app, given as parsed JSON by path below the app folder."""
    current = {path: upgrade(document) for path, document in sorted(documents.items())}
    issues = [issue for path, document in current.items() for issue in check_structure(path, document)]
    if "app.json" not in current:
        issues.append(Issue("document.app.missing"))
    issues = issues or [*_check_identity(current), *check_references(current)]
    return issues or assemble(current)


def place(path: str) -> Path:
    """Return the place of a document in issues: `entities/order.json` becomes ("entities", "order")."""
    return tuple(path.removesuffix(".json").split("/"))


def kind_in(document: Mapping[str, Any]) -> str:
    """Return the kind a raw document says it is, or nothing."""
    parts = str(document.get("schema", "")).split("/") if isinstance(document, Mapping) else []
    return parts[1] if len(parts) == 3 and parts[0] == "tongdao" else ""


def _claimed(document: Any) -> str:
    return str(document.get("schema", ""))[:80] if isinstance(document, Mapping) else ""


def check_structure(path: str, document: Mapping[str, Any]) -> list[Issue]:
    """Check one document against the schema of its kind; what was checked before is remembered."""
    try:
        return list(_checked(path, json.dumps(document)))
    except (TypeError, ValueError):  # not JSON kinds, which the schema has words for
        return _check_structure(path, document)


@lru_cache(maxsize=REMEMBERED)
def _checked(path: str, text: str) -> tuple[Issue, ...]:
    return tuple(_check_structure(path, json.loads(text)))


def _check_structure(path: str, document: Mapping[str, Any]) -> list[Issue]:
    kind = kind_in(document)
    if kind not in DOCUMENTS:
        return [
            Issue("document.schema.unknown", place(path), {"schema": str(document.get("schema", ""))[:80]})
        ]
    expected = "app.json" if kind == "app" else f"{FOLDERS[kind]}/{document.get('name')}.json"
    found = [_issue(error).under(*place(path)) for error in _VALIDATORS[kind].iter_errors(document)]
    if not found and path != expected:
        found.append(Issue("document.file.misplaced", place(path), {"expected": expected}))
    return found


def check_query(query: object) -> list[Issue]:
    """Check a query that stands alone against its schema."""
    return [_issue(error) for error in _QUERIES.iter_errors(query)]


def _issue(error: ValidationError) -> Issue:
    steps = tuple(error.absolute_path)
    value = error.instance if isinstance(error.instance, str | int | bool) else None
    if error.validator == "required":
        missing = next(key for key in error.validator_value if key not in error.instance)
        return Issue("document.property.missing", steps, {"property": missing})
    if error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        extra = next((key for key in error.instance if key not in known), "")
        return Issue("document.property.unknown", (*steps, extra), {"property": extra})
    if error.validator in ("type", "enum", "pattern", "const"):
        wanted = error.validator_value
        shown = ", ".join(map(str, wanted)) if isinstance(wanted, list) else str(wanted)
        return Issue(f"document.value.{error.validator}", steps, {"expected": shown, "value": _short(value)})
    limit = error.validator_value if isinstance(error.validator_value, int) else None
    return Issue(
        "document.value.invalid",
        steps,
        {"rule": str(error.validator), "limit": limit, "value": _short(value)},
    )


def _short(value: str | int | bool | None) -> str | int | bool | None:
    return value[:80] if isinstance(value, str) else value


def _check_identity(documents: Documents) -> list[Issue]:
    return [*_duplicate_ids(documents), *_duplicate_names(documents)]


def _duplicate_ids(documents: Documents) -> Iterator[Issue]:
    first: dict[str, Path] = {}
    for path, document in documents.items():
        for where, id in _minted(document, place(path)):
            if id in first:
                yield Issue("document.id.duplicate", where, {"id": id})
            first.setdefault(id, where)


def _minted(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Mapping):
        if isinstance(value.get("id"), str):
            yield (*path, "id"), value["id"]
        for key, item in value.items():
            if key != "query":  # ids in a question are names of its figures, its own and nobody else's
                yield from _minted(item, (*path, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _minted(item, (*path, index))


def _duplicate_names(documents: Documents) -> Iterator[Issue]:
    for path, document in documents.items():
        if kind_in(document) == "entity":
            yield from _field_names(document["fields"], (*place(path), "fields"))


def _field_names(fields: list[Mapping[str, Any]], path: Path) -> Iterator[Issue]:
    seen: set[str] = set()
    for index, each in enumerate(fields):
        where, name = (*path, index, "name"), each["name"]
        if name.casefold() in RESERVED_NAMES:
            yield Issue("field.name.reserved", where, {"name": name})
        if name.casefold() in seen:
            yield Issue("field.name.duplicate", where, {"name": name})
        seen.add(name.casefold())
        if each["type"] == "lines":
            yield from _field_names(each["options"]["fields"], (*path, index, "options", "fields"))


def assemble(documents: Documents) -> Definition:
    """Build the Definition of documents that were loaded before."""
    groups: dict[str, dict[str, Any]] = {name: {} for name in FOLDERS.values()}
    for document in documents.values():
        kind = kind_in(document)
        if kind != "app":
            groups[FOLDERS[kind]][document["id"]] = build(DOCUMENTS[kind], document)
    return Definition(app=build(DOCUMENTS["app"], documents["app.json"]), **groups)
