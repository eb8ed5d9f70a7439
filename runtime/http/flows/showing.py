"""How flows are shown: apps, flows, steps, records and people by their names, each asked for once.

What a page of tasks speaks of is looked up together. Titles of records are given to who may read them, or has
a task about them now; a task that is done gives nothing any more.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from engine.access.principal import SYSTEM, Principal
from engine.metadata.definition import Definition
from engine.metadata.model import Flow
from engine.text.labels import in_language
from runtime.server.apps import InstalledApp
from runtime.server.services import Services
from runtime.storage.expanding import record_titles
from runtime.storage.system_tables import sys_user
from runtime.storage.system_tables_flows import sys_task

Item = dict[str, Any]
_tasks = sys_task.c
_PAGE = 500


@dataclass
class Showing:
    """Names for one answer, in one language."""

    services: Services
    connection: Connection
    locale: str
    principal: Principal
    people: dict[str, str] = field(default_factory=dict)
    titles: dict[tuple[str, str], str] = field(default_factory=dict)

    def know_people(self, ids: Iterable[str | None]) -> None:
        """Look up people by id."""
        wanted = {id for id in ids if id} - self.people.keys()
        if not wanted:
            return
        found = select(sys_user.c.id, sys_user.c.name, sys_user.c.names).where(sys_user.c.id.in_(wanted))
        for row in self.connection.execute(found):
            self.people[row.id] = in_language(row.names or {"zh": row.name}, self.locale)

    def know_records(self, records: Iterable[tuple[str, str, str]]) -> None:
        """Look up titles of records, given as app, entity and record id."""
        by_entity: dict[tuple[str, str], set[str]] = {}
        for app, entity, id in records:
            by_entity.setdefault((app, entity), set()).add(id)
        for (app, entity), ids in by_entity.items():
            installed = self.app(app)
            if installed is not None and entity in installed.definition.entities:
                self._know_titles(installed, entity, sorted(ids)[:_PAGE])

    def app(self, id: str) -> InstalledApp | None:
        """Return an app by its id."""
        return self.services.apps.by_id(id)

    def app_name(self, id: str) -> str:
        """Return the name of an app."""
        app = self.app(id)
        return app.name if app else id

    def person(self, id: str | None) -> Item | None:
        """Return a person as they are sent."""
        return {"id": id, "title": self.people.get(id, "")} if id else None

    def record(self, entity: str, id: str) -> Item:
        """Return a record as it is named."""
        return {"id": id, "title": self.titles.get((entity, id), "")}

    def entity_name(self, app: str, id: str) -> str:
        """Return the name of an entity."""
        installed = self.app(app)
        entity = installed.definition.entities.get(id) if installed else None
        return entity.name if entity else id

    def flow(self, app: str, id: str, release: int | None = None) -> Item:
        """Return a flow as it is named."""
        document = self.document(app, id, release)
        label = dict(document.label) if document else {}
        return {"id": id, "name": document.name if document else id, "label": label}

    def document(self, app: str, id: str, release: int | None = None) -> Flow | None:
        """Return the document of a flow: of a release where one is named, else as it is now or last was."""
        definition = self._definition(app, release)
        return definition.flows.get(id) if definition else None

    def node(self, app: str, flow: str, id: str, release: int | None = None) -> Item:
        """Return a step as it is named."""
        document = self.document(app, flow, release) or self.document(app, flow)
        found = next((each for each in document.nodes if each.id == id), None) if document else None
        return {"id": id, "label": dict(found.label) if found else {}}

    def _definition(self, app: str, release: int | None) -> Definition | None:
        installed = self.app(app)
        if installed is None or release is None:
            return installed.definition if installed else None
        return self.services.apps.former(app, release)

    def _know_titles(self, installed: InstalledApp, entity: str, ids: list[str]) -> None:
        granted = self._with_tasks(entity, ids)
        for who, some in ((SYSTEM, granted), (self.principal, set(ids) - granted)):
            viewer = self.services.repository(installed, who).viewer
            found = record_titles(viewer, self.connection, entity, sorted(some)) if some else {}
            self.titles.update({(entity, id): _text(item["title"]) for id, item in found.items()})

    def _with_tasks(self, entity: str, ids: list[str]) -> set[str]:
        """Return the records among ids that wait for a task of the reader."""
        if self.principal.kind != "human" or self.principal.seen_by:
            return set()
        mine = (_tasks.person == self.principal.user, _tasks.state == "pending", _tasks.entity_id == entity)
        found = select(_tasks.record_id).where(*mine, _tasks.record_id.in_(ids))
        return set(self.connection.execute(found).scalars())


def instant(value: Any) -> str | None:
    """Return an instant as it is sent."""
    return value.isoformat().replace("+00:00", "Z") if value is not None else None


def _text(value: Any) -> str:
    return "" if value is None else str(value)
