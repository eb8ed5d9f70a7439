"""What roles are offered, in raw documents: boards and pages are lists of ids in a role, never empty ones."""

from typing import Literal

from builder.commands.documents import open_document, replaced
from engine.metadata.load import kind_in
from engine.ports import Documents

Offers = Literal["dashboards", "pages"]


def roles_offering(documents: Documents, offers: Offers, id: str) -> list[str]:
    """Return the ids of the roles that are offered a dashboard or page."""
    roles = [each for each in documents.values() if kind_in(each) == "role"]
    return [each["id"] for each in roles if id in each.get(offers, ())]


def with_offer(documents: Documents, role_id: str, offers: Offers, id: str, *, shown: bool) -> Documents:
    """Return the documents with a dashboard or page offered to a role, or no longer."""
    path, role = open_document(documents, "role", role_id)
    offered = [each for each in role.get(offers, ()) if each != id]
    role[offers] = [*offered, id] if shown else offered
    if not role[offers]:
        del role[offers]
    return replaced(documents, path, role)
