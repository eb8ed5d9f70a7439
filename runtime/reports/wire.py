"""An answer as it is sent: columns, rows by id, decimals as text, periods by their first day."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from engine.expressions.context import Context
from engine.kernel.values import Value
from engine.metadata.structure import plain
from engine.reports.answer import Answer, Line
from engine.reports.computing import rounded
from engine.reports.criteria import bin_text
from engine.reports.question import OTHERS, Dimension, Figure, Question
from runtime.reports.titles import Titles, shown_members
from runtime.storage.columns.families import instant_wire

Row = dict[str, Any]
_NUMBERS = ("integer", "decimal")


def answer_json(question: Question, found: Answer, titles: Titles, context: Context) -> Row:
    """Return an answer as JSON kinds."""
    sent: Row = {
        "columns": [*map(_dimension, question.dimensions), *map(_figure, question.figures)],
        "rows": rows_json(question, question.dimensions, found.lines, titles),
        "totals": [
            {"by": list(by), "rows": rows_json(question, _some(question, by), lines, titles)}
            for by, lines in found.totals
        ],
        "as_of": instant_wire(context.now.astimezone(UTC)),
        "truncated": found.truncated,
        "errors": dict(found.errors),
    }
    if found.comparison is not None:
        sent["comparison"] = rows_json(question, question.dimensions, found.comparison, titles)
    if found.period:
        sent["period"] = {"from": found.period.first.isoformat(), "to": found.period.last.isoformat()}
    return sent


def rows_json(
    question: Question, by: Sequence[Dimension], lines: Sequence[Line], titles: Titles
) -> list[Row]:
    """Return lines as rows, with titles beside members that have them."""
    known = [
        titles.of(each, shown_members([line.key[place] for line in lines])) for place, each in enumerate(by)
    ]
    return [
        {
            **dict(_members(by, line, known)),
            **{
                each.id: value_json(rounded(each, line.figures[each.id]), each)
                for each in question.figures
                if each.id in line.figures
            },
        }
        for line in lines
    ]


def member_json(dimension: Dimension, member: Any) -> Any:
    """Return a member as it is sent, and read back by `read_member`."""
    if dimension.bins and isinstance(member, int):
        return bin_text(dimension, member)
    return _plain(member)


def value_json(value: Value, figure: Figure) -> Any:
    """Return a figure as it is sent: whole numbers of whole things as numbers, other numbers as text."""
    if isinstance(value, Decimal) and figure.kind.key == "integer":
        return int(value)
    return _plain(value)


def _members(
    by: Sequence[Dimension], line: Line, known: Sequence[Mapping[Any, str | None]]
) -> Iterator[tuple[str, Any]]:
    for each, member, titles in zip(by, line.key, known, strict=True):
        if member is OTHERS:
            yield each.id, None
            yield "_others", True
            continue
        yield each.id, member_json(each, member)
        if titles and member is not None:
            yield f"{each.id}_title", titles.get(member)


def _some(question: Question, by: Sequence[str]) -> tuple[Dimension, ...]:
    return tuple(each for each in question.dimensions if each.id in by)


def _plain(value: Any) -> Any:
    match value:
        case Decimal():
            return format(value, "f")
        case datetime():
            return instant_wire(value) if value.tzinfo else value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
    return value


def _dimension(each: Dimension) -> Row:
    kind = "text" if each.bins else each.grain or _shown_kind(each.kind.key)
    return {"id": each.id, "role": "dimension", "label": dict(each.label), "kind": kind}


def _figure(each: Figure) -> Row:
    style = each.format.style if each.format else "plain"
    found: Row = {
        "id": each.id,
        "role": "measure",
        "label": dict(each.label),
        "kind": style if style != "plain" else _shown_kind(each.kind.key),
        "scale": each.kind.scale,
    }
    if each.kind.currency:
        found["currency"] = each.kind.currency
    if each.format:
        found["format"] = plain(each.format)
    return found


def _shown_kind(key: str) -> str:
    return "number" if key in _NUMBERS else key
