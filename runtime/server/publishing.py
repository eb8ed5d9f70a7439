"""A storage planner whose releases are at work in this process as soon as they are published."""

from collections.abc import Sequence

from engine.ports import Documents, NewRelease, Release, StoragePlanner, StorageStep
from runtime.server.apps import InstalledApps


class PublishingAtOnce:
    """Passes everything on, and has the installed apps looked at again."""

    def __init__(self, planner: StoragePlanner, apps: InstalledApps) -> None:
        self._planner = planner
        self._apps = apps

    def dry_run(self, app: str, documents: Documents) -> Sequence[StorageStep]:
        """Tell what publishing would do to stored data, and do nothing."""
        return self._planner.dry_run(app, documents)

    def publish(self, release: NewRelease) -> Release:
        """Publish, and let the release work here at once; other processes follow within a second."""
        published = self._planner.publish(release)
        self._apps.refresh()
        return published
