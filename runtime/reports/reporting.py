"""The one door to figures: for one principal, over one definition."""

from collections.abc import Mapping
from typing import Any

from engine.access.principal import Principal
from engine.kernel.errors import Invalid
from engine.metadata.definition import Definition
from engine.metadata.model import Query
from runtime.reports.ask import ask, asking
from runtime.reports.drill import Cell, drill
from runtime.reports.members import list_members, unfiltered_by
from runtime.storage.repository import Store, viewer_of


class Reporting:
    """Figures of one app as one principal may see them."""

    def __init__(self, store: Store, definition: Definition, principal: Principal) -> None:
        self._database = store.database
        self._viewer = viewer_of(store, definition, principal)

    def ask(self, query: Query, language: str) -> Mapping[str, Any]:
        """Return the answer to a query, as it is sent."""
        with asking(self._database, self._viewer, query) as asked:
            return ask(asked, language)

    def drill(self, query: Query, cell: Cell) -> Mapping[str, Any]:
        """Return the records a figure is made of."""
        with asking(self._database, self._viewer, query) as asked:
            return drill(asked, cell)

    def members(self, query: Query, dimension: str, search: str, language: str) -> Mapping[str, Any]:
        """Return the members of a dimension, to filter by."""
        with asking(self._database, self._viewer, unfiltered_by(query, dimension)) as asked:
            found = next((each for each in asked.question.dimensions if each.id == dimension), None)
            if found is None:
                raise Invalid.of("report.id.unknown", ("dimension",), id=dimension[:40])
            return list_members(asked, found, search, language)
