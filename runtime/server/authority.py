"""Whether a principal may call a route of some policy, from the roles of the installed apps."""

from engine.access.authorize import roles_of
from engine.access.principal import Principal
from engine.metadata.definition import Definition
from engine.metadata.model import Label, Role
from runtime.server.apps import InstalledApps
from runtime.server.policies import PARTS, Policy


def is_allowed(policy: Policy, principal: Principal, apps: InstalledApps, app: str) -> bool:
    """Tell whether a policy is met; `app` is the app named in the path, or empty."""
    if policy.kind == "administer":
        return policy.detail in administered(principal, apps)
    if policy.kind == "design":
        return may_design(principal, apps, app)
    if policy.kind == "oversee":
        return may_oversee(principal, apps, app)
    return True


def administered(principal: Principal, apps: InstalledApps) -> tuple[str, ...]:
    """Return the parts of the installation a person runs; a token runs none. Roles bring apps with them."""
    if principal.kind != "human" or principal.seen_by:
        return ()
    parts = {part for role in _roles(principal.roles, apps) for part in role.administer}
    if "roles" in parts:
        parts.add("apps")
    return tuple(part for part in PARTS if part in parts)


def may_design(principal: Principal, apps: InstalledApps, app: str) -> bool:
    """Tell whether a principal may design anything in an app."""
    installed = apps.find(app)
    if installed is None or principal.scopes is not None or principal.seen_by:
        return False
    return any(role.design for id, role in installed.definition.roles.items() if id in principal.roles)


def may_oversee(principal: Principal, apps: InstalledApps, app: str) -> bool:
    """Tell whether a person oversees an app: runs people or roles, or publishes all of it."""
    if not {"people", "roles"}.isdisjoint(administered(principal, apps)):
        return True
    installed = apps.find(app)
    return installed is not None and app_publisher(principal, installed.definition)


def app_publisher(principal: Principal, definition: Definition) -> bool:
    """Tell whether a person may publish the whole of an app."""
    if principal.kind != "human" or principal.seen_by:
        return False
    grants = (grant for role in roles_of(definition, principal.roles) for grant in role.design)
    return any(grant.document == definition.app.id and grant.effect == "publish" for grant in grants)


def role_names(principal: Principal, apps: InstalledApps) -> list[str]:
    """Return the names of the roles a principal holds in installed apps."""
    return [role.name for role in _roles(principal.roles, apps)]


def role_labels(held: frozenset[str], apps: InstalledApps) -> list[Label]:
    """Return the labels of roles held in installed apps."""
    return [role.label for role in _roles(held, apps)]


def _roles(held: frozenset[str], apps: InstalledApps) -> list[Role]:
    return [role for installed in apps.all() for id, role in installed.definition.roles.items() if id in held]
