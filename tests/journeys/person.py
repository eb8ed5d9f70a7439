"""Somebody at a browser: the page, what they read on it, and the steps that every journey begins with."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.journeys.accessibility import assert_accessible
from tests.journeys.watching import Watch
from tests.journeys.words import Words

APP = "/a/channel_sales"


@dataclass(frozen=True, slots=True)
class Person:
    """A window of one browser and the person before it."""

    page: Page
    words: Words
    watch: Watch
    has_phone: bool

    def sign_in(self, zh: str, en: str) -> None:
        """Take the sign-in page's offer to be one of the demo people."""
        self.page.goto("/")
        self.page.get_by_role("button", name=self.words.either(zh, en)).click()
        expect(
            self.page.get_by_role("link", name=self.words.either("渠道销售", "Channel sales"))
        ).to_be_visible()

    def open_list(self, view: str) -> None:
        """Go to a list by its address, as from a bookmark."""
        self.page.goto(f"{APP}/v/{view}")
        expect(self.heading()).to_have_text(self.words.view(view))

    def heading(self) -> Locator:
        """Return what the page says it is."""
        return self.page.get_by_role("heading", level=1)

    def records(self) -> Locator:
        """Return the records of the list in view: cards on a phone, rows of the grid elsewhere."""
        if self.has_phone:
            return self.page.get_by_role("main").get_by_role("listitem")
        return self.page.locator(".ag-row")

    def open_record(self, number: int = 0) -> str:
        """Open one of the listed orders and return its number."""
        record = self.records().nth(number)
        expect(record).to_contain_text(re.compile(r"SO\d{6}"))
        record.get_by_text(re.compile(r"SO\d{6}")).click()
        expect(self.heading()).to_have_text(re.compile(r"SO\d{6}"))
        return self.heading().inner_text()

    def entry(self, *names: str, entity: str = "sales_order") -> Locator:
        """Return the input under the label of a field."""
        label = re.escape(self.words.field(entity, *names))
        return self.page.get_by_label(re.compile(rf"^{label}\s*\*?$"))

    def value(self, *names: str, entity: str = "sales_order") -> Locator:
        """Return a field that is only shown, label and value."""
        label = self.page.get_by_text(self.words.field(entity, *names), exact=True)
        return label.locator("xpath=../..")

    def pick(self, name: str, typed: str) -> None:
        """Choose a linked record by typing a part of its name."""
        self.entry(name).focus()
        self.page.keyboard.type(typed)
        expect(self.page.locator(".ant-select-item-option-active:visible")).to_contain_text(typed)
        self.page.keyboard.press("Enter")

    def save(self) -> None:
        """Save the record in view and see that it was."""
        self.press("record:save")
        expect(self.page.get_by_text(self.words("record:saved"))).to_be_visible()

    def history(self) -> Locator:
        """Return the timeline of the record in view, opened."""
        button = self.page.get_by_role("button", name=self.words("record:history"), exact=True)
        if button.get_attribute("aria-expanded") == "false":
            button.click()
        return self.page.get_by_role("region", name=self.words("record:history"))

    def search(self, text: str) -> None:
        """Type into the search of the list in view."""
        self.page.get_by_role("searchbox").fill(text)

    def press(self, key: str, **values: object) -> None:
        """Click the button that carries an interface text."""
        self.page.get_by_role("button", name=self.words(key, **values), exact=True).click()

    def look_for_barriers(self) -> None:
        """Let axe look at the screen as it is now."""
        assert_accessible(self.page)
