"""The documents of an app with nothing in it yet: what it is called, and two roles."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from builder.commands.naming import propose_name
from engine.ports import Documents

DESIGNER = "designer"
MEMBER = "member"
# Names that stand for something else in addresses: `/design/new`, `/api/design/apps`.
RESERVED = ("new", "apps")
COLORS = ("#1554ad", "#0b7a75", "#7a4fbf", "#b4540a", "#a61d4d", "#3d6b1f")

Label = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody says of an app to be made; without icon and colour it gets some."""

    label: Label
    languages: Sequence[str]
    icon: str | None = None


def blank_app(wish: Wish, taken: Collection[str], mint: Callable[[str], str]) -> Documents:
    """Return the documents of a new app; its name is made from the label and is none of those taken."""
    app = {
        "schema": "tongdao/app/1",
        "id": mint("app"),
        "name": app_name(wish.label, taken),
        "label": dict(wish.label),
        "version": "1.0.0",
        "icon": wish.icon or "app",
        "color": COLORS[len(taken) % len(COLORS)],
        "languages": list(wish.languages),
    }
    return {
        "app.json": app,
        f"roles/{DESIGNER}.json": _designer(mint("role"), app["id"]),
        f"roles/{MEMBER}.json": _member(mint("role")),
    }


def app_name(label: Label, taken: Collection[str]) -> str:
    """Return a free name for an app."""
    return propose_name(label, (*taken, *RESERVED), "app")


def _designer(id: str, app: object) -> dict[str, object]:
    return {
        "schema": "tongdao/role/1",
        "id": id,
        "name": DESIGNER,
        "label": {"zh": "设计者", "en": "Designer"},
        "description": {"zh": "设计并发布整个应用", "en": "Designs and publishes the whole app"},
        "explore": True,
        "design": [{"document": app, "effect": "publish"}],
    }


def _member(id: str) -> dict[str, object]:
    return {
        "schema": "tongdao/role/1",
        "id": id,
        "name": MEMBER,
        "label": {"zh": "成员", "en": "Member"},
        "description": {"zh": "使用这个应用的人", "en": "Those who use the app"},
    }
