"""A storage planner whose releases are at work in this process as soon as they are published."""

from collections.abc import Iterator, Sequence

from engine.access.principal import Principal
from engine.kernel.errors import Conflict
from engine.metadata.load import kind_in
from engine.ports import Conversion, Documents, NewRelease, Release, StoragePlanner, StorageStep
from runtime.identity.people import all_roles_held, list_people
from runtime.server.apps import InstalledApps
from runtime.storage.database import Database


class PublishingAtOnce:
    """Passes everything on, and has the installed apps looked at again."""

    def __init__(self, planner: StoragePlanner, apps: InstalledApps, database: Database) -> None:
        self._planner = planner
        self._apps = apps
        self._database = database

    def dry_run(self, app: str, documents: Documents) -> Sequence[StorageStep]:
        """Tell what publishing would do to stored data, and do nothing."""
        return self._planner.dry_run(app, documents)

    def conversions(self, by: Principal, app: str, documents: Documents) -> Sequence[Conversion]:
        """Try every value of fields whose type changes, and tell `by` what would not fit."""
        return self._planner.conversions(by, app, documents)

    def publish(self, release: NewRelease) -> Release:
        """Publish, and let the release work here at once; other processes follow within a second."""
        self._require_somebody_in_charge(release)
        published = self._planner.publish(release)
        self._apps.refresh()
        return published

    def _require_somebody_in_charge(self, release: NewRelease) -> None:
        """Refuse a release whose roles would leave nobody who runs people, where somebody does now."""
        before = {id for app in self._apps.all() for id in _in_charge(app.documents)}
        others = {
            id for app in self._apps.all() if app.name != release.app for id in _in_charge(app.documents)
        }
        after = others | set(_in_charge(release.documents))
        if before <= after:
            return
        with self._database.read() as connection:
            held = all_roles_held(connection)
            active = [set(held.get(each.id, ())) for each in list_people(connection) if each.active]
        if any(roles & before for roles in active) and not any(roles & after for roles in active):
            raise Conflict.of("identity.person.last_in_charge")


def _in_charge(documents: Documents) -> Iterator[str]:
    """Yield the roles that run people."""
    for document in documents.values():
        if kind_in(document) == "role" and "people" in document.get("administer", ()):
            yield document["id"]
