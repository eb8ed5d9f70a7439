"""A role that runs the installation is published only by who administers roles."""

from builder.publishing.administering import administering_refusals
from engine.access.principal import SYSTEM, Principal
from engine.metadata.load import assemble
from engine.ports import Documents
from tests.builder.drafts.test_drafting import make_designed_app


def _with_administer(documents: Documents, *parts: str) -> tuple[Documents, str]:
    path = next(path for path in documents if path.startswith("roles/"))
    return {**documents, path: {**documents[path], "administer": list(parts)}}, documents[path]["id"]


def test_a_designer_cannot_give_parts_of_the_installation_to_a_role() -> None:
    documents = make_designed_app()
    wished, role = _with_administer(documents, "people")
    designer = Principal("usr", "human", frozenset({role}), "usr")

    found = administering_refusals(assemble(documents), wished, designer)

    assert [(each.code, each.params["part"]) for each in found] == [("design.role.administers", "people")]


def test_who_administers_roles_and_the_installation_itself_may() -> None:
    standing, role = _with_administer(make_designed_app(), "roles")
    wished, _ = _with_administer(standing, "roles", "people")
    keeper = Principal("usr", "human", frozenset({role}), "usr")

    assert administering_refusals(assemble(standing), wished, keeper) == []
    assert administering_refusals(assemble(make_designed_app()), wished, SYSTEM) == []


def test_what_a_role_runs_already_stays_publishable() -> None:
    standing, role = _with_administer(make_designed_app(), "people", "audit")
    fewer, _ = _with_administer(standing, "audit")

    assert (
        administering_refusals(assemble(standing), fewer, Principal("usr", "human", frozenset({role}))) == []
    )
