"""The one door to figures: for one principal, over one definition."""

from collections.abc import Mapping
from typing import Any

from engine.access.principal import Principal
from engine.metadata.definition import Definition
from engine.metadata.model import Query
from runtime.reports.ask import ask
from runtime.storage.repository import Store, viewer_of


class Reporting:
    """Figures of one app as one principal may see them."""

    def __init__(self, store: Store, definition: Definition, principal: Principal) -> None:
        self._database = store.database
        self._viewer = viewer_of(store, definition, principal)

    def ask(self, query: Query, language: str) -> Mapping[str, Any]:
        """Return the answer to a query, as it is sent."""
        return ask(self._database, self._viewer, query, language)
