"""Dragging as a hand does it: pressing, moving over what lies between, letting go."""

from playwright.sync_api import Locator, Page


def drag(page: Page, source: Locator, target: Locator, *, right: bool = False) -> None:
    """Drag with the mouse, slowly enough for the marks to follow."""
    start, end = source.bounding_box(), target.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + start["width"] / 2, start["y"] + start["height"] / 2)
    page.mouse.down()
    x = end["x"] + end["width"] * (0.85 if right else 0.15)
    page.mouse.move(x, end["y"] + end["height"] / 2, steps=12)
    page.mouse.up()
