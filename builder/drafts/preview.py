"""A draft as somebody would use it, were it published: the same answer that browsers get for a release."""

from dataclasses import replace
from typing import Any

from builder.drafts.authority import authority_of
from builder.drafts.draft import Draft
from engine.access.principal import Principal
from engine.access.told import told_definition
from engine.kernel.errors import Forbidden, NotFound
from engine.metadata.load import assemble
from engine.ports import Release


def previewed(draft: Draft, newest: Release, principal: Principal, role: str) -> dict[str, Any]:
    """Return the definition of a draft for a principal or, for whoever designs the whole app, for a role."""
    definition = assemble(draft.documents)
    viewer = principal
    if role:
        authority = authority_of(assemble(newest.documents), principal)
        if not authority.may(authority.app, "propose"):
            raise Forbidden.of("preview.role.not_permitted")
        if role not in definition.roles:
            raise NotFound.of("preview.role.unknown", role=role)
        viewer = replace(principal, roles=frozenset({role}), grant=None)
    return told_definition(definition, newest.number, viewer)
