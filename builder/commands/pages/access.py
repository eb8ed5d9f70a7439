"""Which roles are offered a page, in raw documents."""

from builder.commands.documents import open_document, replaced
from engine.metadata.load import kind_in
from engine.ports import Documents


def roles_with_page(documents: Documents, page: str) -> list[str]:
    """Return the ids of the roles that are offered a page."""
    roles = [each for each in documents.values() if kind_in(each) == "role"]
    return [each["id"] for each in roles if page in each.get("pages", ())]


def working_roles(documents: Documents) -> list[str]:
    """Return the ids of the roles that may do anything with records of the app."""
    return [each["id"] for each in documents.values() if kind_in(each) == "role" and each.get("entities")]


def with_page(documents: Documents, role_id: str, page: str, shown: bool) -> Documents:
    """Return the documents with a page offered to a role, or no longer."""
    path, role = open_document(documents, "role", role_id)
    offered = [each for each in role.get("pages", ()) if each != page]
    role["pages"] = [*offered, page] if shown else offered
    if not role["pages"]:
        del role["pages"]
    return replaced(documents, path, role)
