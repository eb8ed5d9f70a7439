"""Setting a connector up: what somebody gives is checked, secrets are sealed, and the audit trail is told."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from engine.kernel.errors import Conflict, DomainError, Invalid
from engine.kernel.issue import Issue
from runtime.connectors.places import Place
from runtime.connectors.stored import Stored, find_stored, place_of, save
from runtime.identity.trail import Event, tell
from runtime.outgoing.destination import Destination, read_destination
from runtime.server.services import Services

_SECRET_LENGTH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What somebody gave; a secret that is not named stays, an empty one is forgotten."""

    address: str
    secrets: Mapping[str, str]
    enabled: bool
    settings: Mapping[str, Any]
    version: int | None = None


def set_up(services: Services, place: Place, connection: Connection, given: Given, by: str | None) -> Stored:
    """Check and keep the settings of a connector."""
    before = find_stored(connection, place.id)
    if before is not None and given.version is not None and given.version != before.version:
        raise Conflict.of("connector.settings.stale")
    issues = _faults(place, before, given)
    if issues:
        raise Invalid(issues)
    stored = _stored(services, place, before, given, by)
    save(connection, stored, is_new=before is None)
    tell(services.change_log, connection, services.clock.now(), _event(before, stored, given, by))
    return stored


def _faults(place: Place, before: Stored | None, given: Given) -> list[Issue]:
    destination = _destination(given.address)
    if isinstance(destination, Issue):
        return [destination.under("address")]
    issues = [
        Issue("connector.secret.unknown", ("secrets", name), {"name": name[:60]})
        for name in given.secrets
        if name not in place.kind.secrets
    ]
    issues += [
        Issue("connector.secret.long", ("secrets", name), {"most": _SECRET_LENGTH})
        for name, value in given.secrets.items()
        if len(value) > _SECRET_LENGTH
    ]
    if before is not None and _moved(before.address, destination):
        kept = [name for name in before.secrets if name not in given.secrets]
        issues += [Issue("connector.secret.again", ("secrets", name), {"name": name}) for name in kept]
    return issues


def _destination(address: str) -> Destination | Issue:
    try:
        found = read_destination(address)
    except DomainError as problem:
        return problem.issues[0]
    return Issue("connector.address.query") if "?" in address or "#" in address else found


def _moved(address: str, there: Destination) -> bool:
    here = read_destination(address)
    return (here.scheme, here.host, here.port) != (there.scheme, there.host, there.port)


def _stored(services: Services, place: Place, before: Stored | None, given: Given, by: str | None) -> Stored:
    now = services.clock.now()
    sealed = {
        name: services.vault.encrypt(value.encode(), place_of(place.id, name))
        for name, value in given.secrets.items()
        if value
    }
    kept = {
        name: text for name, text in (before.secrets if before else {}).items() if name not in given.secrets
    }
    new = Stored(
        id=place.id,
        app=place.installed.name,
        address=given.address.rstrip("/"),
        secrets=kept | sealed,
        enabled=given.enabled,
        settings=given.settings,
        next_at=now,
        modified_at=now,
        modified_by=by,
    )
    if before is None:
        return replace(new, cursor=now)
    return replace(new, cursor=before.cursor, version=before.version + 1)


def _event(before: Stored | None, stored: Stored, given: Given, by: str | None) -> Event:
    changes = {
        name: [getattr(before, name) if before else None, getattr(stored, name)]
        for name in ("address", "enabled")
        if before is None or getattr(before, name) != getattr(stored, name)
    }
    named = {"secrets": [None, sorted(given.secrets)]} if given.secrets else {}
    return Event("update" if before else "create", "sys_connector", stored.id, by, {**changes, **named})
