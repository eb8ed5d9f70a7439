"""Which apps there are, as flows need to know them: by id, and former releases for runs under way."""

from collections.abc import Sequence
from typing import Protocol

from engine.metadata.definition import Definition


class App(Protocol):
    """One app as it is published now."""

    @property
    def release(self) -> int:
        """Return the number of its release."""

    @property
    def definition(self) -> Definition:
        """Return its documents."""


class Apps(Protocol):
    """The installed apps."""

    def by_id(self, id: str) -> App | None:
        """Return an app by its id."""

    def former(self, id: str, release: int) -> Definition | None:
        """Return the documents of one release of an app."""


class AllApps(Apps, Protocol):
    """The installed apps, for whoever must see to all of them."""

    def all(self) -> Sequence[App]:
        """Return every app."""
