"""The hands of somebody who builds: mouse or keyboard alone, every action counted.

An action is a click, a drag, a text typed into one place, or a key pressed on purpose. Keys that only
carry the focus to a control are counted apart: people who use the keyboard alone walk, they do not aim.
"""

from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Locator, Page, expect

from tests.journeys.dragging import drag

By = Literal["mouse", "keyboard"]

MOST_OPTIONS = 30
FARTHEST = 400  # stops of the Tab key on one screen
IS_FOCUSED = "element => element === document.activeElement || element.contains(document.activeElement)"

HOLDS_FOCUSED_INPUT = (
    "group => group.contains(document.activeElement) && document.activeElement.matches('input')"
)


@dataclass(slots=True)
class Hands:
    """What one person does with one page."""

    page: Page
    by: By
    actions: int = 0
    steps: int = 0
    log: list[str] = field(default_factory=list)

    def press(self, control: Locator) -> None:
        """Activate a button, a link, a choice."""
        self._count("press", control)
        if self.by == "mouse":
            control.click()
            return
        self.reach(control)
        self.page.keyboard.press("Enter")

    def write(self, control: Locator, text: str) -> None:
        """Type a text into an input in place of what it holds."""
        self._count("write", control)
        if self.by == "mouse":
            control.click()
        else:
            self.reach(control)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, choice: Locator) -> None:
        """Choose one of several that exclude each other."""
        self._count("choose", choice)
        if self.by == "mouse":
            choice.locator("xpath=ancestor::label[1]").click()
            return
        group = choice.locator("xpath=ancestor::*[@role='radiogroup'][1]")
        self.reach(group, HOLDS_FOCUSED_INPUT)
        focused = group.locator("input:focus")
        for _ in range(group.get_by_role("radio").count()):
            expect(focused).to_be_checked()  # looks, as people do, before going on
            if choice.is_checked():
                return
            self.page.keyboard.press("ArrowRight")
            self.steps += 1
        expect(choice).to_be_checked()

    def pick(self, box: Locator, option: str) -> None:
        """Choose from what a box offers."""
        self._count("pick", box)
        offered = self.page.locator(".ant-select-item-option:visible")
        if self.by == "mouse":
            box.click()
            offered.get_by_text(option, exact=True).click()
            return
        self.reach(box)
        self.page.keyboard.press("ArrowDown")
        active = self.page.locator(".ant-select-item-option-active:visible")
        expect(active).to_be_visible()
        for _ in range(MOST_OPTIONS):  # they may still be on their way, so they are not counted
            held = active.inner_text()
            if held == option:
                break
            self.page.keyboard.press("ArrowDown")
            self.steps += 1
            expect(active).not_to_have_text(held)
        expect(active).to_have_text(option)
        self.page.keyboard.press("Enter")

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self._count("type", None)
        self.page.keyboard.type(text)

    def key(self, key: str) -> None:
        """Press a key where the focus is."""
        self._count(key, None)
        self.page.keyboard.press(key)

    def drag(self, source: Locator, target: Locator, *, right: bool = False) -> None:
        """Drag with the real mouse."""
        self._count("drag", source)
        drag(self.page, source, target, right=right)

    def reach(self, control: Locator, is_there: str = IS_FOCUSED) -> None:
        """Walk with Tab until the focus is on a control, or in it."""
        expect(control).to_be_visible()
        for _ in range(FARTHEST):
            if control.evaluate(is_there):
                return
            self.page.keyboard.press("Tab")
            self.steps += 1
        raise AssertionError(f"the Tab key never arrives at {control}")

    def _count(self, what: str, control: Locator | None) -> None:
        self.actions += 1
        self.log.append(f"{what} {control}" if control is not None else what)
