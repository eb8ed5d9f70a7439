"""The apps that are at work: their newest releases, loaded once and kept in memory.

Looks for newer releases at most every half second; the process that publishes says so at once.
"""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from engine.kernel.errors import NotFound
from engine.metadata.definition import Definition
from engine.metadata.load import load_definition
from engine.ports import DefinitionStore, Documents
from runtime.storage.database import Database
from runtime.storage.system_tables import sys_release

SECONDS = 0.5
FORMER = 50


@dataclass(frozen=True, slots=True)
class InstalledApp:
    """One app as published."""

    release: int
    documents: Documents
    definition: Definition

    @property
    def name(self) -> str:
        """Return the name of the app."""
        return self.definition.app.name


class InstalledApps:
    """Installed apps by name."""

    def __init__(
        self,
        database: Database,
        store: DefinitionStore,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._store = store
        self._monotonic = monotonic
        self._fresh_until = float("-inf")
        self._apps: Mapping[str, InstalledApp] = {}
        self._former: dict[tuple[str, int], Definition] = {}
        self._loading = threading.Lock()

    def all(self) -> Sequence[InstalledApp]:
        """Return every app, in the order of names."""
        return tuple(self._current().values())

    def find(self, name: str) -> InstalledApp | None:
        """Return the app with a name."""
        return self._current().get(name)

    def get(self, name: str) -> InstalledApp:
        """Return the app with a name; raise NotFound."""
        found = self.find(name)
        if found is None:
            raise NotFound.of("app.unknown", (), name=name[:64])
        return found

    def by_id(self, id: str) -> InstalledApp | None:
        """Return the app with an id."""
        return next((each for each in self.all() if each.definition.app.id == id), None)

    def former(self, id: str, release: int) -> Definition | None:
        """Return the documents of one release of an app, for runs that began with it."""
        installed = self.by_id(id)
        if installed is None or installed.release == release:
            return installed.definition if installed else None
        if (id, release) not in self._former:
            found = self._store.release(installed.name, release)
            definition = load_definition(found.documents) if found else None
            if not isinstance(definition, Definition):
                return None
            while len(self._former) >= FORMER:
                self._former.pop(next(iter(self._former)), None)
            self._former[id, release] = definition
        return self._former[id, release]

    def refresh(self) -> None:
        """Look for newer releases at the next use."""
        self._fresh_until = float("-inf")

    def _current(self) -> Mapping[str, InstalledApp]:
        if self._monotonic() >= self._fresh_until:
            with self._loading:
                self._reload()
        return self._apps

    def _reload(self) -> None:
        numbers = self._numbers()
        self._apps = {
            name: known if (known := self._apps.get(name)) and known.release == number else self._load(name)
            for name, number in numbers.items()
        }
        self._fresh_until = self._monotonic() + SECONDS

    def _numbers(self) -> Mapping[str, int]:
        newest = select(sys_release.c.app, func.max(sys_release.c.number).label("number"))
        with self._database.read() as connection:
            rows = connection.execute(newest.group_by(sys_release.c.app).order_by(sys_release.c.app))
            return {row.app: row.number for row in rows}

    def _load(self, name: str) -> InstalledApp:
        release = self._store.newest(name)
        if release is None:
            raise NotFound.of("app.unknown", (), name=name)
        definition = load_definition(release.documents)
        if not isinstance(definition, Definition):
            raise RuntimeError(f"release {release.number} of {name} does not load: {definition[0].code}")
        return InstalledApp(release.number, release.documents, definition)
