"""Expressions at a site in SQL: names become columns and look-ups, `formulas` does the rest."""

from dataclasses import dataclass

from sqlalchemy import Dialect

from engine.expressions.nodes import Node
from engine.kernel.errors import Unavailable
from engine.metadata.definition import FieldPlace
from runtime.storage.live import Site, Sql


@dataclass(frozen=True, slots=True)
class SqlFormulas:
    """Expressions for one dialect."""

    dialect: Dialect

    def value(self, site: Site, place: FieldPlace) -> Sql:
        """Return a live formula of the row at a site, as its field's storage keeps it."""
        raise Unavailable.of("storage.formula.not_in_sql", field=place.field.name)

    def condition(self, site: Site, tree: Node) -> Sql:
        """Return whether the row at a site meets a condition; an error is no."""
        raise Unavailable.of("storage.formula.not_in_sql", field=site.entity.name)
