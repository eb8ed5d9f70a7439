"""When the browser part counts as outdated."""

from pathlib import Path

import pytest

from tools.build_web import fingerprint, is_current

FILES = {
    "frontend/index.html": "<html>",
    "frontend/package.json": "{}",
    "frontend/package-lock.json": "{}",
    "frontend/tsconfig.json": "{}",
    "frontend/vite.config.ts": "export default {}",
    "frontend/src/app/main.tsx": "start()",
    "frontend/src/app/main.test.tsx": "test()",
    "frontend/src/app/testing/render.tsx": "render()",
    "engine/text/messages/en/fields.json": "{}",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    "name", ["frontend/src/app/main.tsx", "frontend/package-lock.json", "engine/text/messages/en/fields.json"]
)
def test_a_changed_source_asks_for_a_new_build(sources: Path, name: str) -> None:
    before = fingerprint(sources)

    (sources / name).write_text("changed")

    assert fingerprint(sources) != before


def test_a_renamed_source_asks_for_a_new_build(sources: Path) -> None:
    before = fingerprint(sources)

    (sources / "frontend/src/app/main.tsx").rename(sources / "frontend/src/app/start.tsx")

    assert fingerprint(sources) != before


@pytest.mark.parametrize("name", ["frontend/src/app/main.test.tsx", "frontend/src/app/testing/render.tsx"])
def test_a_changed_test_asks_for_nothing(sources: Path, name: str) -> None:
    before = fingerprint(sources)

    (sources / name).write_text("changed")

    assert fingerprint(sources) == before


def test_a_person_who_skips_the_browser_part_is_never_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TONGDAO_SKIP_WEB", "1")

    assert is_current()
