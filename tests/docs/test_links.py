"""Pages lead to files that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
GUIDES = (
    "users", "designers", "analysts", "flows", "administrators", "operators", "api", "formulas", "field-types",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_of_a_page_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_the_readme_leads_to_every_guide(guide: str) -> None:
    assert f"(docs/{guide}.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
