"""Detail lines as sent against those there are: with an id changed, without added, `_delete` removed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from engine.entities.entering import Hand, enter, fill_defaults, missing
from engine.entities.field_types.lines import MOST_SENT, read_line
from engine.entities.plan import LinesPart
from engine.entities.values import Line
from engine.entities.working import Working
from engine.kernel.issue import Issue

DELETE = "_delete"


@dataclass(frozen=True, slots=True)
class LineChanges:
    """What storing must do to the lines of one field; `added` have no id yet."""

    added: tuple[Line, ...] = ()
    changed: tuple[Line, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def open_lines(part: LinesPart, record: Working) -> None:
    """Put the lines a record has into it, as they are."""
    record.lines[part.name] = [_working(line, record) for line in _before(part, record)]


def enter_lines(part: LinesPart, raw: object, record: Working, hand: Hand) -> list[Issue]:
    """Put the sent lines into the record; return what is wrong, by position in what was sent."""
    if part.field.id not in hand.writable:
        return _unwritable(part, record, raw)
    if raw is not None and not isinstance(raw, list | tuple):
        return [Issue("value.list.expected", (part.name,))]
    if raw and len(raw) > MOST_SENT:
        return [Issue("field.lines.too_many", (part.name,), {"limit": MOST_SENT})]
    merge = _Merge(part, record, hand)
    for index, each in enumerate(raw or ()):
        merge.take(index, read_line(each))
    merge.arrange()
    issues = [issue.under(part.name) for issue in merge.issues]
    return issues or check_count(part, record)


def check_count(part: LinesPart, record: Working) -> list[Issue]:
    """Check how many lines there are."""
    count = len(record.lines[part.name])
    if count < part.least:
        return [Issue("field.lines.few", (part.name,), {"limit": part.least})]
    if count > part.most:
        return [Issue("field.lines.too_many", (part.name,), {"limit": part.most})]
    return []


def close_lines(part: LinesPart, record: Working) -> tuple[Line, ...]:
    """Return the lines as they will be stored."""
    names = part.line.stored
    return tuple(
        Line(line.id, {name: line.values.get(name) for name in names}) for line in record.lines[part.name]
    )


def changes_of(part: LinesPart, record: Working, lines: tuple[Line, ...]) -> LineChanges:
    """Return the difference between the lines before and now."""
    before = {line.id: line for line in _before(part, record)}
    kept = {line.id for line in lines}
    return LineChanges(
        added=tuple(line for line in lines if line.id is None),
        changed=tuple(line for line in lines if line.id is not None and _differs(line, before[line.id])),
        removed=tuple(id for id in before if id is not None and id not in kept),
    )


class _Merge:
    """One pass over the sent lines of a record."""

    def __init__(self, part: LinesPart, record: Working, hand: Hand) -> None:
        self.part = part
        self.record = record
        self.hand = hand
        self.issues: list[Issue] = []
        self.taken: list[Working] = []
        self.named: set[str] = set()
        self.removed: set[str] = set()
        self.known = {line.id: line for line in record.lines[part.name]}

    def take(self, index: int, sent: Line | Issue) -> None:
        """Take one sent line, in the order sent."""
        if isinstance(sent, Issue):
            self.issues.append(sent.under(index))
            return
        line = self.known.get(sent.id) if sent.id else _working(Line(None, {}), self.record)
        if line is None or sent.id in self.named:
            self.issues.append(Issue("field.lines.line.unknown", (index,)))
            return
        if sent.id:
            self.named.add(sent.id)
        values = {name: value for name, value in sent.values.items() if name != DELETE}
        if sent.values.get(DELETE) is True:
            self.removed |= {sent.id} if sent.id else set()
            return
        line.index = index
        self.taken.append(line)
        self.issues += [issue.under(index) for issue in self._fill(line, values)]

    def arrange(self) -> None:
        """Order the lines: as sent when every line was named, else as they were with new ones behind."""
        before = [line for id, line in self.known.items() if id not in self.removed]
        if all(line.id in self.named for line in before):
            self.record.lines[self.part.name] = self.taken
        else:
            added = [line for line in self.taken if line.id is None]
            self.record.lines[self.part.name] = [*before, *added]

    def _fill(self, line: Working, values: Mapping[str, object]) -> list[Issue]:
        issues = enter(self.part.line, values, line, self.hand)
        if line.id is None:
            fill_defaults(self.part.line, values, line)
        wrong = {issue.path[0] for issue in issues}
        absent = missing(self.part.line, line, self.hand)
        return issues + [issue for issue in absent if issue.path[0] not in wrong]


def _working(line: Line, record: Working) -> Working:
    return Working(dict(line.values), line.values, record.context, record.linked, line.id, parent=record)


def _before(part: LinesPart, record: Working) -> tuple[Line, ...]:
    found: Any = record.before.get(part.name)
    return found or ()


def _differs(line: Line, before: Line) -> bool:
    return any(before.values.get(name) != value for name, value in line.values.items())


def _unwritable(part: LinesPart, record: Working, raw: object) -> list[Issue]:
    """Take lines that may not be entered only where nothing is sent."""
    return [] if raw in (None, [], ()) else [Issue("field.right.missing", (part.name,))]
