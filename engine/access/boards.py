"""Which boards of reports and which pages somebody sees, and whether they may ask questions of their own."""

from engine.access.authorize import roles_of
from engine.access.principal import Principal
from engine.metadata.definition import Definition
from engine.metadata.model import Dashboard, Page


def may_explore(definition: Definition, principal: Principal) -> bool:
    """Tell whether somebody may ask questions of their own."""
    return principal.kind == "system" or any(role.explore for role in roles_of(definition, principal.roles))


def visible_dashboards(definition: Definition, principal: Principal) -> tuple[Dashboard, ...]:
    """Return the boards somebody sees: those their roles list."""
    if principal.kind == "system":
        return tuple(definition.dashboards.values())
    listed = {id for role in roles_of(definition, principal.roles) for id in role.dashboards}
    return tuple(each for id, each in definition.dashboards.items() if id in listed)


def visible_pages(definition: Definition, principal: Principal) -> tuple[Page, ...]:
    """Return the pages somebody sees: those their roles list."""
    if principal.kind == "system":
        return tuple(definition.pages.values())
    listed = {id for role in roles_of(definition, principal.roles) for id in role.pages}
    return tuple(each for id, each in definition.pages.items() if id in listed)
