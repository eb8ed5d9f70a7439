"""What the screen says, in the language of a journey: from the front end's own catalogues and from app documents."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from tests.support.running_server import ROOT

Language = Literal["zh-CN", "en"]

LOCALES = ROOT / "frontend" / "src" / "core" / "i18n" / "locales"
APP = ROOT / "examples" / "channel_sales"


@dataclass(frozen=True, slots=True)
class Words:
    """Looks up what a person of one language reads."""

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """Return an interface text, as `record:save`."""
        area, _, name = key.partition(":")
        text: str = _catalogue(self.language, area)[name]
        for placeholder, value in values.items():
            text = text.replace(f"{{{placeholder}}}", str(value))
        return text

    def counted(self, key: str, count: int) -> str:
        """Return an interface text that depends on a number."""
        is_one = self.language == "en" and count == 1
        return self(f"{key}_{'one' if is_one else 'other'}", count=count, amount=f"{count:,}")

    def either(self, zh: str, en: str) -> str:
        """Return the one of two texts that belongs to the language."""
        return zh if self.language == "zh-CN" else en

    def field(self, entity: str, *names: str) -> str:
        """Return the label of a field, or of a field of its detail lines."""
        fields = _document(f"entities/{entity}.json")["fields"]
        for name in names[:-1]:
            fields = next(each for each in fields if each["name"] == name)["options"]["fields"]
        return self.label(next(each for each in fields if each["name"] == names[-1]))

    def view(self, name: str) -> str:
        """Return the label of a list."""
        return self.label(_document(f"views/{name}.json"))

    def entity(self, name: str) -> str:
        """Return the label of an entity."""
        return self.label(_document(f"entities/{name}.json"))

    def report(self, name: str) -> str:
        """Return the label of a report."""
        return self.label(_document(f"reports/{name}.json"))

    def dashboard(self, name: str) -> str:
        """Return the label of a dashboard."""
        return self.label(_document(f"dashboards/{name}.json"))

    def choice(self, options: str, value: str) -> str:
        """Return the label of one choice of an option list."""
        choices = _document(f"options/{options}.json")["choices"]
        return self.label(next(each for each in choices if each["value"] == value))

    def label(self, document: dict[str, Any]) -> str:
        """Return the label of a document or a part of one."""
        label: dict[str, str] = document["label"]
        return self.either(label["zh"], label["en"])


@cache
def _catalogue(language: Language, area: str) -> dict[str, str]:
    return _read(LOCALES / language / f"{area}.json")


@cache
def _document(path: str) -> dict[str, Any]:
    return _read(APP / path)


def _read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document
