"""Two people change one order at the same time; the second sees both sides and decides."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage
from tests.journeys.parameters import LANGUAGES
from tests.journeys.person import Person
from tests.journeys.words import Language

pytestmark = pytest.mark.journey

DIRECTOR, ADMINISTRATOR = ("王磊", "Wang Lei"), ("陈静", "Chen Jing")


@LANGUAGES
def test_the_second_to_save_chooses_field_by_field_and_nothing_is_lost(
    open_page: OpenPage, language: Language
) -> None:
    first, second = open_page(language), open_page(language)
    first.sign_in(*DIRECTOR)
    second.sign_in(*ADMINISTRATOR)
    both_open_the_same_order(first, second)

    theirs, mine, city = f"周 {language}", f"吴 {language}", f"苏州 {language}"
    # Typed first: a form in which nobody has written follows what others save by itself.
    second.entry("receiver").fill(mine)
    first.entry("receiver").fill(theirs)
    first.save()
    second.entry("city").fill(city)
    second.press("record:save")
    keeps_the_receiver_of_the_first(second, theirs, mine)

    expect(second.entry("receiver")).to_have_value(theirs)
    expect(second.entry("city")).to_have_value(city)
    for value in (theirs, city):
        expect(second.history()).to_contain_text(value)
    first.page.reload()
    expect(first.entry("city")).to_have_value(city)


def both_open_the_same_order(first: Person, second: Person) -> None:
    first.open_list("orders_to_approve")
    number = first.open_record(2)
    second.page.goto(first.page.url)
    expect(second.heading()).to_have_text(number)
    order = urlsplit(first.page.url).path.rpartition("/")[2]
    second.watch.expect(412, f"/api/apps/channel_sales/entities/sales_order/records/{order}")


def keeps_the_receiver_of_the_first(second: Person, theirs: str, mine: str) -> None:
    words = second.words
    dialog = second.page.get_by_role("dialog", name=words("record:conflict.title"))
    receiver = dialog.get_by_role("radiogroup", name=words.field("sales_order", "receiver"))
    expect(receiver).to_contain_text(theirs)
    expect(receiver).to_contain_text(mine)
    expect(dialog.get_by_role("radiogroup", name=words.field("sales_order", "city"))).to_be_visible()
    second.look_for_barriers()
    receiver.get_by_role("radio", name=words("record:conflict.theirs")).check()
    second.press("record:conflict.save")
    expect(dialog).to_be_hidden()
