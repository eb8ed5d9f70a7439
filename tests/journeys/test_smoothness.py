"""A form of 200 fields and a flow of 150 steps while things are dragged over them: frames are measured and printed.

How long frames take depends on the machine, so only freezing fails.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from runtime.identity.people import NewPerson, add_person
from tests.factories.documents import make_app, make_entity, make_field, make_form, make_label
from tests.factories.flows import make_flow, make_node
from tests.factories.server import PASSWORD_HASH
from tests.journeys.conftest import Record
from tests.journeys.site import Site

pytestmark = pytest.mark.journey

FIELDS, STEPS = 200, 150
FROZEN = 1_000  # milliseconds: somebody would think it hangs
APP, ROLE, ENTITY = "app_1arge1", "rol_1arge1", "ent_1arge1"
RECORD = """() => {
  window.frames_seen = []
  let before = performance.now()
  const next = (now) => {
    window.frames_seen.push(now - before)
    before = now
    window.frames_going = requestAnimationFrame(next)
  }
  window.frames_going = requestAnimationFrame(next)
}"""
STOP = "() => { cancelAnimationFrame(window.frames_going); return window.frames_seen.slice(1) }"


def make_large_app() -> dict[str, Any]:
    """An app with one wide form and one long flow."""
    fields = [make_field(f"fld_{n:06}", f"field_{n}") for n in range(FIELDS)]
    steps = [make_node(f"nod_{n:06}", "update_record", set={"fld_000001": f'"{n}"'}) for n in range(STEPS)]
    names = ["trigger", *(each["id"] for each in steps), "end"]
    flow = make_flow(
        steps, [f"{one} {other}" for one, other in pairwise(names)], id="flw_1arge1", name="long",
        roles=[ROLE], trigger={"kind": "record_created", "entity": ENTITY},
    )  # fmt: skip
    role = {
        "schema": "tongdao/role/1", "id": ROLE, "name": "builder", "label": make_label("Builder"),
        "entities": [{"entity": ENTITY, "read": True, "create": True, "update": True}],
        "design": [{"document": APP, "effect": "publish"}],
    }  # fmt: skip
    return {
        "app.json": make_app(id=APP, name="large"),
        "entities/wide.json": make_entity(ENTITY, "wide", fields, title="fld_000000"),
        "forms/wide.json": make_form("frm_1arge1", "wide", ENTITY, [each["id"] for each in fields]),
        "flows/long.json": flow,
        "roles/builder.json": role,
    }


@pytest.fixture
def site(sqlite_url: str, tmp_path: Path, web: Path, chromium: Browser) -> Iterator[Site]:
    opened = Site(sqlite_url, tmp_path / "data", web, chromium)
    services = opened.services
    services.install(make_large_app())
    new = NewPerson(
        login="chen", name={"zh": "陈", "en": "Chen"}, password_hash=PASSWORD_HASH, roles=((APP, ROLE),)
    )
    services.database.write(
        lambda connection: add_person(connection, new, services.clock, services.ids, None)
    )
    yield opened
    opened.close()


def test_a_form_of_200_fields_stays_smooth(site: Site, record_property: Record) -> None:
    page = site.sign_in("chen", "en", "/design/large/form/wide")
    items = page.locator("[data-field]")
    expect(items).to_have_count(FIELDS)

    handle = page.get_by_role("button", name="Move “field_0”", exact=True)
    items.nth(0).hover()
    frames = while_dragging(page, handle.bounding_box())

    report(record_property, frames)


def test_a_flow_of_150_steps_stays_smooth(site: Site, record_property: Record) -> None:
    page = site.sign_in("chen", "en", "/design/large/flow/long")
    expect(page.locator(".react-flow__node").first).to_be_visible()

    frames = while_dragging(page, page.get_by_role("navigation").get_by_text("Approval").bounding_box())
    page.mouse.move(700, 450)
    page.evaluate(RECORD)
    for _ in range(40):
        page.mouse.wheel(0, 60)
    frames += page.evaluate(STOP)

    report(record_property, frames)


def while_dragging(page: Page, source: Any) -> list[float]:
    """Drag slowly across the canvas and back, and return the milliseconds of each frame."""
    page.mouse.move(source["x"] + source["width"] / 2, source["y"] + source["height"] / 2)
    page.mouse.down()
    page.evaluate(RECORD)
    for x, y in ((600, 300), (700, 700), (500, 400), (750, 500)):
        page.mouse.move(x, y, steps=40)
    frames: list[float] = page.evaluate(STOP)
    page.keyboard.press("Escape")
    page.mouse.up()
    return frames


def report(record_property: Record, frames: list[float]) -> None:
    ordered = sorted(frames)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    record_property("frames", len(frames))
    for name, value in {"median": middle, "p95": late, "longest": ordered[-1]}.items():
        record_property(name, f"{value:.1f} ms")
    assert middle < FROZEN
