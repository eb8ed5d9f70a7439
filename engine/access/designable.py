"""Which documents somebody's roles let them design."""

from collections.abc import Iterator

from engine.access.authorize import roles_of
from engine.metadata.definition import Definition


def designable(definition: Definition, roles: frozenset[str]) -> frozenset[str]:
    """Return the ids of documents that may be designed; who may design the app may design all in it."""
    return frozenset(_designable(definition, roles))


def _designable(definition: Definition, roles: frozenset[str]) -> Iterator[str]:
    for role in roles_of(definition, roles):
        for permission in role.design:
            yield permission.document
            if permission.document == definition.app.id:
                yield from (document.id for document in definition.documents())
