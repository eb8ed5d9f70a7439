"""Design checks of pages: every block shows something, every button leads somewhere, and somebody sees it.

What a page shows is decided anew for each person; a block that nobody would see who sees the page is most
likely forgotten rights.
"""

from collections.abc import Iterator

from engine.access.principal import Principal
from engine.access.visible import VisibleDocuments, visible_documents
from engine.entities.checks.placing import place_of
from engine.kernel.issue import Issue, Severity
from engine.metadata.definition import Definition
from engine.metadata.model import Block, Page, PageButton
from engine.reports.eyes import Eyes
from engine.reports.question import Question
from engine.reports.understand import understand

NEEDED = {"list": "view", "form": "form", "chart": "report", "text": "text", "buttons": "buttons"}
TARGETS = ("view", "page", "dashboard", "form", "link")


def check_pages(definition: Definition) -> Iterator[Issue]:
    """Yield an issue for each."""
    for page in definition.pages.values():
        for index, block in enumerate(page.blocks):
            found = (*_content(block), *_unseen(definition, page, block))
            yield from (issue.under(*place_of(page), "blocks", index) for issue in found)


def _content(block: Block) -> Iterator[Issue]:
    needed = NEEDED[block.kind]
    if not getattr(block, needed):
        yield Issue("page.block.empty", (needed,), {"kind": block.kind})
    for index, button in enumerate(block.buttons):
        if len(targets_of(button)) != 1:
            yield Issue("page.button.target", ("buttons", index))


def targets_of(button: PageButton) -> list[str]:
    """Return which places a button names."""
    return [each for each in TARGETS if getattr(button, each)]


def _unseen(definition: Definition, page: Page, block: Block) -> Iterator[Issue]:
    """Warn of a block that none of the roles sees that see its page."""
    roles = [role for role in definition.roles.values() if page.id in role.pages]
    target = block.view or block.form or block.report
    if not roles or target is None:
        return
    if not any(_sees(definition, Principal("", "human", frozenset({role.id})), block) for role in roles):
        document = definition.document(target)
        name = document.name if document else target
        yield Issue("page.block.unseen", (NEEDED[block.kind],), {"name": name}, Severity.WARNING)


def _sees(definition: Definition, principal: Principal, block: Block) -> bool:
    if block.report:
        report = definition.reports[block.report]
        return isinstance(understand(Eyes(definition, principal), report.query), Question)
    visible = visible_documents(definition, principal)
    shown = visible.views if block.view else _enterable(visible)
    return any(each["id"] == (block.view or block.form) for each in shown)


def _enterable(visible: VisibleDocuments) -> list[dict[str, object]]:
    """Return the forms by which somebody may enter a new record."""
    return [each for each in visible.forms if "create" in visible.rights[each["entity"]].actions]
