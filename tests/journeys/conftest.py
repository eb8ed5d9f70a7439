"""The demo as a newcomer starts it, and browsers of people who work in it.

A failing journey leaves screenshots and the server's log in test-artifacts/.
"""

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from tests.journeys.person import Person
from tests.journeys.site import PATIENCE, Site
from tests.journeys.watching import Watch
from tests.journeys.words import Language, Words
from tests.support.running_server import ROOT, RunningServer
from tools import build_web
from tools.ensure_browser import find_chromium

ARTIFACTS = ROOT / "test-artifacts"
DESKTOP = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)

FAILED = pytest.StashKey[bool]()

expect.set_options(timeout=PATIENCE)


class Record(Protocol):
    """Keeps a figure that is printed at the end of all tests: pytest's `record_property`."""

    def __call__(self, name: str, value: object) -> None: ...


class OpenPage(Protocol):
    """Opens another browser window with nothing remembered."""

    def __call__(self, language: Language, *, phone: bool = False) -> Person: ...


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory, web: Path) -> Iterator[RunningServer]:
    server = RunningServer(tmp_path_factory.mktemp("demo"), command="demo")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def web() -> Path:
    if not build_web.is_current():
        build_web.build()
    return build_web.WEB


# Per module: a running Playwright holds the event loop of this thread, which other tests need.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        pytest.fail("No Chromium: python -m tools.ensure_browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture
def site(database_url: str, tmp_path: Path, web: Path, chromium: Browser) -> Iterator[Site]:
    """The channel sales app, served on each kind of database in turn."""
    opened = Site(database_url, tmp_path / "data", web, chromium)
    yield opened
    opened.close()


@pytest.fixture
def workshop(
    sqlite_url: str, tmp_path: Path, web: Path, chromium: Browser, request: pytest.FixtureRequest
) -> Iterator[Site]:
    """An installation with an administrator, who builds, and a sales person, who will use what was built."""
    opened = Site(sqlite_url, tmp_path / "data", web, chromium)
    opened.add_person("chen", "administrator")
    opened.add_person("lina", "sales")
    yield opened
    if request.node.stash.get(FAILED, False):
        _keep_pictures(request.node.name, opened.pages)
    opened.close()


@pytest.fixture
def open_page(chromium: Browser, demo: RunningServer, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Open windows; afterwards none of them may have complained about anything."""
    people: list[Person] = []

    def open_one(language: Language, *, phone: bool = False) -> Person:
        person = _person(_context(chromium, demo, language, phone), language, phone)
        people.append(person)
        return person

    yield open_one
    if request.node.stash.get(FAILED, False):
        _keep_pictures(request.node.name, [person.page for person in people])
        shutil.copy(demo.log, ARTIFACTS / f"{_file_name(request.node.name)}.log")
    for person in people:
        person.page.context.close()
    assert [complaint for person in people for complaint in person.watch.complaints] == []


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark journeys that share the demo, which go in one order; the others have a server of their own."""
    if "demo" in getattr(item, "fixturenames", ()):
        item.add_marker(pytest.mark.demo)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


def _context(chromium: Browser, demo: RunningServer, language: Language, phone: bool) -> BrowserContext:
    context = chromium.new_context(
        base_url=demo.address,
        locale=language,
        timezone_id="Asia/Shanghai",
        viewport=PHONE if phone else DESKTOP,
        has_touch=phone,
        is_mobile=phone,
        device_scale_factor=2 if phone else 1,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(PATIENCE)
    return context


def _person(context: BrowserContext, language: Language, phone: bool) -> Person:
    page = context.new_page()
    watch = Watch(page)
    watch.begin()
    return Person(page, Words(language), watch, phone)


def _keep_pictures(test: str, pages: Sequence[Page]) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    for number, page in enumerate(pages, 1):
        page.screenshot(path=ARTIFACTS / f"{_file_name(test)}-{number}.png")


def _file_name(test: str) -> str:
    return re.sub(r"[^\w-]+", "-", test)
