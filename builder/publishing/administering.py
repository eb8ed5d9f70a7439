"""Parts of the installation a role runs: who designs an app may not hand them out with it.

Only those who administer roles may publish a role that runs more of the installation than before.
"""

from engine.access.authorize import roles_of
from engine.access.principal import Principal
from engine.kernel.issue import Issue
from engine.metadata.definition import Definition
from engine.metadata.load import kind_in, place
from engine.ports import Documents


def administering_refusals(published: Definition, after: Documents, by: Principal) -> list[Issue]:
    """Return an issue for every role in `after` that would run parts it does not run as published."""
    if by.kind == "system" or any("roles" in role.administer for role in roles_of(published, by.roles)):
        return []
    before = {role.id: set(role.administer) for role in published.roles.values()}
    return [
        Issue("design.role.administers", (*place(path), "administer"), {"part": part})
        for path, document in sorted(after.items())
        if kind_in(document) == "role"
        for part in document.get("administer", ())
        if part not in before.get(document["id"], ())
    ]
