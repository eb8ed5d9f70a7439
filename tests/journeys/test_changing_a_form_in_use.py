"""A designer adds a field to the order form of the running demo; a colleague fills it in; the document says just that."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.dragging import drag
from tests.journeys.parameters import LANGUAGES
from tests.journeys.person import Person
from tests.journeys.words import Language
from tests.support.running_server import RunningServer

pytestmark = pytest.mark.journey

ENTITY = Path("apps/channel_sales/entities/sales_order.json")
LABELS: dict[Language, dict[str, str]] = {
    "zh-CN": {"zh": "礼品备注", "en": "Gift note"},
    "en": {"zh": "包装要求", "en": "Packing wish"},
}


@LANGUAGES
def test_a_new_field_is_designed_published_filled_in_and_readable(
    open_page: OpenPage, demo: RunningServer, language: Language
) -> None:
    label = LABELS[language]
    before = read(demo.data / ENTITY)
    designer, colleague = open_page(language), open_page(language)
    designer.sign_in("徐静", "Xu Jing")
    colleague.sign_in("李娜", "Li Na")

    adds_a_field(designer, label)
    takes_it_back_and_again(designer, label)
    publishes(designer, label)
    fills_it_in(colleague, colleague.words.either(**label))

    after = read(demo.data / ENTITY)
    added = after["fields"].pop()
    assert after == before
    assert (added["type"], added["label"]) == ("text", label)


def adds_a_field(designer: Person, label: dict[str, str]) -> None:
    page, words = designer.page, designer.words
    page.goto("/design/channel_sales")
    page.get_by_role("link", name=words.entity("sales_order"), exact=True).nth(1).click()
    palette = page.get_by_label(f"{words('designer:type.text')}:", exact=False).first
    expect(palette).to_be_visible()
    designer.look_for_barriers()
    drag(page, palette, page.locator("[data-field=source_no]"), right=True)
    expect(page.get_by_role("textbox", name=words("forms:new.label"))).to_be_focused()
    designer.look_for_barriers()
    page.keyboard.type(words.either(**label))
    page.keyboard.press("Enter")
    for language, text in label.items():
        named = f"{words('designer:field.label')} ({words(f'designer:language.{language}')})"
        entry = page.get_by_role("textbox", name=named, exact=True).first
        entry.fill(text)
        entry.press("Enter")


def takes_it_back_and_again(designer: Person, label: dict[str, str]) -> None:
    field = on_canvas(designer, label)
    expect(field).to_be_visible()
    for _ in range(2):  # the translation of its label, and the field
        designer.press("designer:history.undo")
    expect(field).to_have_count(0)
    for _ in range(2):
        designer.press("designer:history.redo")
    expect(field).to_be_visible()


def publishes(designer: Person, label: dict[str, str]) -> None:
    page, words = designer.page, designer.words
    designer.press("designer:publish.open")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text(words("designer:impact.changes"))).to_be_visible()
    expect(dialog.get_by_text(words.either(**label)).first).to_be_visible()
    designer.look_for_barriers()
    dialog.get_by_role("button", name=words("designer:publish.now"), exact=True).click()
    expect(page.get_by_role("link", name=words("designer:publish.use"))).to_be_visible()


def fills_it_in(colleague: Person, label: str) -> None:
    colleague.open_list("orders_to_approve")
    colleague.open_record()
    colleague.page.get_by_label(label).fill("红色包装纸")
    colleague.save()
    expect(colleague.history()).to_contain_text("红色包装纸")


def on_canvas(designer: Person, label: dict[str, str]) -> Locator:
    return designer.page.locator("[data-field]").filter(has_text=designer.words.either(**label))


def read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document
