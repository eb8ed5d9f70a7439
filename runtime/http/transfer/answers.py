"""An import as it goes over the wire: what was found, what was decided, how far it is, what it came to."""

from collections.abc import Iterable
from typing import Any

from engine.access.authorize import authorize
from engine.access.decision import Decision
from engine.access.principal import Principal
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.model import Entity
from runtime.server.problems import issue_object
from runtime.transfer.binding import bind
from runtime.transfer.jobs import Ticket
from runtime.transfer.proposal import mapping_of, table_of
from runtime.transfer.report import from_json, sent
from runtime.transfer.store import StoredImport
from runtime.transfer.targets import Target, key_fields, match_field, targets


def import_object(
    stored: StoredImport,
    definition: Definition,
    principal: Principal,
    decision: Decision,
    ticket: Ticket | None,
    locale: str,
) -> dict[str, Any]:
    """Return an import for whoever made it."""
    entity = definition.entities[stored.entity_id]
    known = targets(entity, decision)
    done, total = (ticket.done, ticket.total) if ticket else (stored.done, stored.total)
    return {
        "id": stored.id,
        "state": stored.state,
        "entity": entity.name,
        "file": stored.file_name,
        "encoding": stored.encoding,
        "sheets": stored.proposal["sheets"],
        "sheet": stored.sheet,
        "header_row": stored.header_row,
        "header_rows": stored.proposal["header_rows"],
        "columns": [_without_index(each) for each in stored.proposal["columns"]],
        "preview": stored.proposal["preview"],
        "rows": stored.proposal["rows"],
        "mapping": stored.mapping,
        "targets": [_target(definition, principal, target) for target in known.values()],
        "progress": {"done": done, "total": total},
        "report": sent(from_json(stored.report), locale) if stored.report else None,
        "issues": [issue_object(issue, locale) for issue in _issues(stored, definition, decision)],
    }


def _without_index(column: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in column.items() if name != "index"}


def _target(definition: Definition, principal: Principal, target: Target) -> dict[str, Any]:
    linked = definition.entities.get(target.linked or "")
    creating = authorize(definition, principal, "create", linked.id) if linked else None
    return {
        "field": target.name,
        "label": target.field.label,
        "lines": target.lines.label if target.lines else None,
        "type": target.field.type,
        "required": target.field.required and target.field.default is None,
        "matches": [{"name": each.name, "label": each.label} for each in _matches(definition, linked)],
        "may_create": isinstance(creating, Decision),
    }


def _matches(definition: Definition, entity: Entity | None) -> list[Any]:
    """Return the fields that linked records can be found by, the title first."""
    if entity is None:
        return []
    title = match_field(definition, entity.id, None)
    others = [each for each in key_fields(entity) if each is not title]
    return [*([title] if title else []), *others]


def _issues(stored: StoredImport, definition: Definition, decision: Decision) -> Iterable[Issue]:
    for each in stored.issues:
        yield Issue(each["code"], tuple(each["path"]), each["params"])
    if stored.state == "proposed":
        mapping = mapping_of(stored.mapping, stored.entity_id)
        bound = bind(definition, decision, mapping, table_of(stored.proposal, stored.header_row))
        yield from bound if isinstance(bound, list) else ()
