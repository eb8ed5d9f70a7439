"""What somebody's expressions may ask for: the moment, the zone of the app, who they are and their roles.

In one place, since rules of rows ask for roles: an expression that left them out would let see other records.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from engine.access.authorize import roles_of
from engine.access.principal import Principal
from engine.expressions.context import Context
from engine.metadata.definition import Definition


def context_of(definition: Definition, principal: Principal, now: datetime) -> Context:
    """Return what a principal's expressions over an app may ask for at a moment."""
    names = frozenset(role.name for role in roles_of(definition, principal.roles))
    return Context(now, ZoneInfo(definition.app.timezone), principal.user, names)
