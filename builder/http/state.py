"""A draft as one person sees it: what they may know of it, who edited, what they may change."""

from typing import Any

from builder.drafts.authority import authority_of
from builder.drafts.draft import Draft
from builder.drafts.drafting import Drafting, newest_of
from builder.http.answers import Viewer, draft_answer, issue_answers, people_in
from builder.http.services import Services
from builder.http.visible import visible
from engine.access.principal import Principal
from engine.metadata.load import assemble
from engine.ports import Documents


def state_of(services: Services, drafting: Drafting, draft: Draft, principal: Principal) -> Any:
    """Return a draft as JSON kinds."""
    newest = newest_of(services.definitions, draft.release.app)
    published = assemble(newest.documents)
    authority = authority_of(published, principal)
    documents = visible(draft.documents, published, authority, principal)
    issues = issue_answers(drafting.findings(draft), draft.documents, documents)
    viewer = Viewer(principal.user or "", authority, documents, services.people.names(people_in(draft)))
    return draft_answer(draft, newest.number, issues, viewer)


def seen_documents(services: Services, draft: Draft, principal: Principal) -> Documents:
    """Return the documents of a draft that a person sees, by file."""
    published = assemble(newest_of(services.definitions, draft.release.app).documents)
    return visible(draft.documents, published, authority_of(published, principal), principal)
