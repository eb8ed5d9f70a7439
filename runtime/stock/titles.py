"""Titles of records for histories and messages, read for the installation and not for a principal."""

from sqlalchemy import select

from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.live import title_sql
from runtime.storage.unit import Unit


def record_title(unit: Unit, entity: str, id: str) -> str:
    """Return the title of a record, its id where it has none."""
    if entity not in unit.viewer.definition.entities:
        return id
    site = unit.viewer.site(entity)
    title = title_sql(site, SqlFormulas(unit.viewer.dialect)).value
    found = unit.connection.execute(select(title).where(site.table.c.id == id)).scalar()
    return str(found) if found is not None else id
