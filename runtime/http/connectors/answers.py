"""Connectors and their events as they go over the wire; of secrets only that they are there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from engine.kernel.issue import Issue
from engine.text.catalog import LOCALES, say, say_issue
from runtime.connectors import inbox
from runtime.connectors.places import Place
from runtime.connectors.stored import Stored, all_stored
from runtime.server.services import Services

_LANGUAGES = {"zh-CN": "zh", "en": "en"}


@dataclass(frozen=True, slots=True)
class Overview:
    """How all connectors fare, read at once."""

    stored: Mapping[str, Stored]
    counts: Mapping[str, Mapping[str, int]]
    last: Mapping[str, datetime]


def overview(connection: Connection) -> Overview:
    """Read how connectors fare."""
    return Overview(all_stored(connection), inbox.counts(connection), inbox.last_received(connection))


def connector_object(services: Services, place: Place, seen: Overview) -> dict[str, Any]:
    """Return one connector."""
    stored = seen.stored.get(place.id)
    app = place.installed.definition.app
    counts = seen.counts.get(place.id, {})
    return {
        "id": place.id,
        "name": place.document.name,
        "label": place.document.label,
        "kind": place.document.kind,
        "app": {"name": app.name, "label": app.label},
        "hook": hook_of(services, place),
        "address": stored.address if stored else "",
        "secrets": {name: bool(stored and name in stored.secrets) for name in place.kind.secrets},
        "settings": stored.settings if stored else {},
        "enabled": bool(stored and stored.enabled),
        "state": _state(stored),
        "problem": _problem(stored),
        "synced_at": instant(stored.cursor) if stored else None,
        "last_event_at": instant(seen.last.get(place.id)),
        "counts": {state: counts.get(state, 0) for state in ("done", "parked", "ignored", "refused")},
        "version": stored.version if stored else 0,
    }


def hook_of(services: Services, place: Place) -> str:
    """Return where the other system sends its messages; without a host where this server knows none."""
    return f"{services.settings.base_url}/api/hooks/{place.id}"


def event_object(place: Place, row: Any, titles: Mapping[str, str], locale: str) -> dict[str, Any]:
    """Return one event in words a business person reads."""
    issues = [inbox.issue_of(each) for each in row.issues or ()]
    entity = place.installed.definition.entities.get(row.entity_id or "")
    return {
        "id": row.id,
        "topic": row.topic,
        "state": row.state,
        "verdict": row.verdict,
        "words": words(f"connector.event.{row.verdict}", number=row.order_no or "", count=row.attempts),
        "order_no": row.order_no,
        "entity": entity.name if entity else None,
        "record": {"id": row.record_id, "title": titles.get(row.record_id)} if row.record_id else None,
        "issues": [_issue(issue, locale) for issue in issues],
        "received_at": instant(row.received_at),
        "done_at": instant(row.done_at),
        "attempts": row.attempts,
    }


def words(code: str, **params: str | int) -> dict[str, str]:
    """Return a sentence in every language."""
    return {_LANGUAGES[locale]: say(code, locale, params) for locale in LOCALES}


def instant(moment: datetime | None) -> str | None:
    """Write an instant."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z") if moment else None


def record_ids(rows: Sequence[Any]) -> list[str]:
    """Return the records that events became, each once."""
    return list(dict.fromkeys(row.record_id for row in rows if row.record_id))


def _state(stored: Stored | None) -> str:
    if stored is None:
        return "unset"
    if not stored.enabled:
        return "off"
    return "failing" if stored.failures else "ok"


def _problem(stored: Stored | None) -> dict[str, Any] | None:
    if stored is None or stored.problem is None:
        return None
    issue = Issue(stored.problem["code"], (), stored.problem["params"])
    return {"code": issue.code, "words": {_LANGUAGES[each]: say_issue(issue, each) for each in LOCALES}}


def _issue(issue: Issue, locale: str) -> dict[str, Any]:
    return {
        "code": issue.code,
        "pointer": issue.pointer,
        "params": dict(issue.params),
        "message": say_issue(issue, locale),
    }
