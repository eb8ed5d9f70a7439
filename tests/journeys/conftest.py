"""Journeys: a real server on a real database, and people in a real Chromium with mouse and keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.journeys.site import PATIENCE, Site
from tools import build_web
from tools.ensure_browser import find_chromium

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def web() -> Path:
    if not build_web.is_current():
        build_web.build()
    return build_web.WEB


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        pytest.fail("No Chromium: python -m tools.ensure_browser")
    browser = playwright.chromium.launch(executable_path=path)
    yield browser
    browser.close()


@pytest.fixture
def site(database_url: str, tmp_path: Path, web: Path, chromium: Browser) -> Iterator[Site]:
    """The channel sales app, served on each kind of database in turn."""
    opened = Site(database_url, tmp_path / "data", web, chromium)
    yield opened
    opened.close()
