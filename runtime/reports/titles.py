"""What members are called: titles of linked records as far as they may be seen, people, choices."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from engine.query.collation import sort_key
from engine.reports.criteria import bin_text
from engine.reports.question import OTHERS, Dimension
from engine.text.labels import in_language
from runtime.storage.expanding import people, titles
from runtime.storage.viewer import Viewer


class Titles:
    """The titles of members in one language, read once."""

    def __init__(self, viewer: Viewer, connection: Connection, language: str) -> None:
        self._viewer = viewer
        self._connection = connection
        self._language = language
        self._known: dict[tuple[str, str | None], dict[Any, str | None]] = {}

    def of(self, dimension: Dimension, members: Sequence[Any]) -> Mapping[Any, str | None]:
        """Return the titles of members by key, for dimensions whose members have any."""
        kind = dimension.kind
        if dimension.bins:
            return {each: bin_text(dimension, each) for each in members}
        if kind.key == "choice":
            return {value: title for value, title in self._choices(kind.list).items() if value in members}
        if kind.key not in ("link", "person"):
            return {}
        known = self._known.setdefault((kind.key, kind.target), {})
        missing = sorted({each for each in members if each not in known})
        if missing:
            known |= dict.fromkeys(missing)
            known |= {id: item["title"] for id, item in self._read(kind.target, missing).items()}
        return known

    def ranks(self, dimension: Dimension, members: Sequence[Any]) -> Mapping[Any, Any]:
        """Return what orders members: choices as they are listed, links and people by title."""
        kind = dimension.kind
        if kind.key == "choice":
            order = {value: place for place, value in enumerate(self._choices(kind.list))}
            return {each: (order.get(each, len(order)), each) for each in members}
        if kind.key not in ("link", "person"):
            return {}
        titles = self.of(dimension, members)
        return {each: _rank(titles.get(each), each) for each in members}

    def _choices(self, list: str | None) -> Mapping[str, str]:
        options = self._viewer.definition.options.get(list or "")
        choices = options.choices if options else ()
        return {each.value: in_language(each.label, self._language) for each in choices}

    def _read(self, target: str | None, ids: list[str]) -> Mapping[str, Any]:
        if target is not None:
            return titles(self._viewer, self._connection, target, ids)
        found = people(self._viewer, self._connection, ids)
        return {id: {**item, "title": _said(item["title"], self._language)} for id, item in found.items()}


def _rank(title: object, member: str) -> tuple[bool, str, str]:
    text = "" if title is None else str(title)
    return (title is None, sort_key(text), member)


def _said(title: Any, language: str) -> Any:
    return in_language(title, language) if isinstance(title, Mapping) else title


def shown_members(members: Sequence[Any]) -> list[Any]:
    """Return the members that have a title: neither the blank one nor the rest."""
    return [each for each in members if each is not None and each is not OTHERS]
