"""Whether the database can compute what a definition leaves to it: live fields, and the rules of roles."""

from collections.abc import Iterator

from sqlalchemy import Dialect

from engine.entities.sources import is_computed
from engine.expressions.parse import parse
from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition, places
from engine.metadata.model import EntityPermission
from runtime.storage.formulas_in_sql import SqlFormulas
from runtime.storage.live import field_sql, site_of


def unsayable(definition: Definition, dialect: Dialect) -> list[Issue]:
    """Return what SQL cannot say, each at its document."""
    return [*_live_fields(definition, dialect), *_rules(definition, dialect)]


def _live_fields(definition: Definition, dialect: Dialect) -> Iterator[Issue]:
    formulas = SqlFormulas(dialect)
    for entity in definition.entities.values():
        for place in places(entity):
            site = site_of(definition, dialect, entity.id)
            if is_computed(place):
                try:
                    field_sql(site.at(entity.id, place.lines), place.field, formulas)
                except Invalid as refusal:
                    yield from (
                        each.under("entities", entity.name, place.field.name) for each in refusal.issues
                    )


def _rules(definition: Definition, dialect: Dialect) -> Iterator[Issue]:
    for role in definition.roles.values():
        for permission in role.entities:
            for text in _conditions(permission):
                tree = parse(text)
                try:
                    if not isinstance(tree, Issue):
                        site = site_of(definition, dialect, permission.entity)
                        SqlFormulas(dialect).condition(site, tree)
                except Invalid as refusal:
                    yield from (each.under("roles", role.name) for each in refusal.issues)


def _conditions(permission: EntityPermission) -> list[str]:
    rules = (permission.read, permission.create, permission.update, permission.delete)
    return [each for each in rules if isinstance(each, str)]
