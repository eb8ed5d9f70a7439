"""From the parameters of a list request to a record query; what cannot be read is refused by its name."""

from collections.abc import Iterator, Mapping
from typing import Any, cast, get_args

from starlette.datastructures import QueryParams

from engine.kernel.errors import Invalid
from engine.kernel.issue import Issue
from engine.metadata.model import ConditionOperator
from engine.query.record_query import Condition, Expand, RecordQuery, Sort
from engine.reports.periods import Unit
from runtime.server.refusals import TooLarge, Unreadable
from runtime.server.strict_json import SMALL, parse, require_clean_text
from runtime.storage.grouping import Grouping

KNOWN = frozenset(
    {
        "filter",
        "conditions",
        "search",
        "sort",
        "fields",
        "expand",
        "limit",
        "cursor",
        "count",
        "trash",
        "marks",
    }
)
GROUPING = frozenset({"by", "sums", "grain"})
LIMIT = 50
_OPERATORS = frozenset(get_args(ConditionOperator))
_GRAINS = frozenset(get_args(Unit))
_TRUTH = {"true": True, "1": True, "false": False, "0": False}


def read_query(parameters: QueryParams, also: frozenset[str] = frozenset()) -> RecordQuery:
    """Return the query; raise Invalid naming every parameter that is wrong. `also` names further ones."""
    given = dict(parameters)
    for text in given.values():
        require_clean_text(text)
    issues = [
        Issue("request.value.unknown", (name,), {"name": name}) for name in given if name not in KNOWN | also
    ]
    count = given.get("count", "none")
    if count not in ("none", "exact"):
        issues.append(_wrong("count"))
    trash = _TRUTH.get(given.get("trash", "false"))
    if trash is None:
        issues.append(_wrong("trash"))
    limit = _limit(given.get("limit"), issues)
    conditions = _conditions(given.get("conditions"), issues)
    marks = _marks(given.get("marks"), issues)
    if issues:
        raise Invalid(issues)
    fields = given.get("fields")
    return RecordQuery(
        conditions=conditions,
        filter=given.get("filter") or None,
        search=given.get("search", "").strip(),
        sort=tuple(_sorts(given.get("sort", ""))),
        fields=None if fields is None else tuple(_names(fields)),
        expand=read_expand(given.get("expand", "")),
        limit=limit,
        cursor=given.get("cursor") or None,
        count="exact" if count == "exact" else "none",
        trash=bool(trash),
        marks=marks,
    )


def read_grouping(parameters: QueryParams) -> Grouping:
    """Return how records are gathered; raise Invalid without a field to gather them by."""
    by, grain = parameters.get("by", "").strip(), parameters.get("grain", "") or None
    issues = [] if by else [_wrong("by")]
    if grain is not None and grain not in _GRAINS:
        issues.append(_wrong("grain"))
    if issues:
        raise Invalid(issues)
    sums = tuple(dict.fromkeys(_names(parameters.get("sums", ""))))
    return Grouping(by, sums, cast(Unit | None, grain))


def read_expand(text: str) -> tuple[Expand, ...]:
    """Read `customer,customer.level,*`: each link once, with the further fields asked for."""
    wanted: dict[str, list[str]] = {}
    for name in _names(text):
        link, _, field = name.partition(".")
        fields = wanted.setdefault(link, [])
        if field and field not in fields:
            fields.append(field)
    return tuple(Expand(link, tuple(fields)) for link, fields in wanted.items())


def _sorts(text: str) -> Iterator[Sort]:
    for name in _names(text):
        yield Sort(name.removeprefix("-"), descending=name.startswith("-"))


def _names(text: str) -> Iterator[str]:
    return (name for part in text.split(",") if (name := part.strip()))


def _limit(text: str | None, issues: list[Issue]) -> int:
    if text is None:
        return LIMIT
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        issues.append(_wrong("limit"))
        return LIMIT
    return int(text)


def _conditions(text: str | None, issues: list[Issue]) -> tuple[Condition, ...]:
    listed = _listed("conditions", text, issues)
    read = [_condition(place, each, issues) for place, each in enumerate(listed)]
    return tuple(each for each in read if each is not None)


def _marks(text: str | None, issues: list[Issue]) -> tuple[str, ...]:
    listed = _listed("marks", text, issues)
    issues += [_wrong("marks", place) for place, each in enumerate(listed) if not isinstance(each, str)]
    return tuple(listed)


def _listed(name: str, text: str | None, issues: list[Issue]) -> list[Any]:
    if not text:
        return []
    try:
        listed = parse(text.encode(), SMALL)
    except (Unreadable, TooLarge) as refusal:
        issues += [issue.under(name) for issue in refusal.issues]
        return []
    if not isinstance(listed, list):
        issues.append(_wrong(name))
        return []
    return listed


def _condition(place: int, raw: Any, issues: list[Issue]) -> Condition | None:
    if not _is_condition(raw):
        issues.append(_wrong("conditions", place))
        return None
    return Condition(raw["field"], cast(ConditionOperator, raw["operator"]), raw.get("value"))


def _is_condition(raw: Any) -> bool:
    return (
        isinstance(raw, Mapping)
        and raw.keys() <= {"field", "operator", "value"}
        and isinstance(raw.get("field"), str)
        and raw.get("operator") in _OPERATORS
    )


def _wrong(*path: str | int) -> Issue:
    return Issue("request.value.wrong", path, {"name": str(path[0])})
