"""A first dashboard: how many records or how much in all, over time, and by the most obvious dimension."""

from collections.abc import Sequence
from typing import Any

from builder.importing.fields import Json, MadeEntity, Making

_WORDS = {
    "count": {"zh": "{table}数", "en": "Number of {table}"},
    "by": {"zh": "各{field}的{measure}", "en": "{measure} by {field}"},
    "month": {"zh": "每月{measure}", "en": "{measure} by month"},
    "overview": {"zh": "总览", "en": "Overview"},
}
_BREAKDOWNS = 2


def make_board(making: Making, entity: MadeEntity, targets: Sequence[MadeEntity]) -> tuple[list[Json], Json]:
    """Return reports on an entity and the dashboard that shows them."""
    measures = [_sum(entity, field) for field in entity.of_type("money")[:1]]
    measures.append(_count(making, entity))
    main = measures[0]
    reports = [_report(making, measure["label"], measure, [], {"kind": "number", "value": measure["id"]})
               for measure in measures]  # fmt: skip
    wide = [_over_time(making, entity, main), *_breakdowns(making, entity, main, targets)]
    reports += [each for each in wide if each is not None]
    for number, report in enumerate(reports, 1):
        report["name"] = f"overview_{number}"
    return reports, _dashboard(making, reports, len(measures))


def _count(making: Making, entity: MadeEntity) -> Json:
    label = _said(making, "count", table=entity.plan.label)
    return {"id": "count", "label": label, "home": entity.id, "aggregate": "count"}


def _sum(entity: MadeEntity, field: Json) -> Json:
    return {
        "id": "sum",
        "label": field["label"],
        "home": entity.id,
        "aggregate": "sum",
        "field": field["id"],
        "format": {"style": "money"},
    }


def _over_time(making: Making, entity: MadeEntity, measure: Json) -> Json | None:
    """Return the measure by month, where there is a day and more than one month."""
    dates = entity.of_type("date", "datetime")
    if not dates:
        return None
    dimension = {
        "id": "month",
        "label": {"zh": "月份", "en": "Month"},
        "home": entity.id,
        "field": dates[0]["id"],
        "grain": "month",
        "fill_gaps": True,
    }
    label = _said(making, "month", measure=_text(measure["label"]))
    chart = {"kind": "line", "x": "month", "y": [measure["id"]], "area": True}
    return _report(making, label, measure, [dimension], chart)


def _breakdowns(
    making: Making, entity: MadeEntity, measure: Json, targets: Sequence[MadeEntity]
) -> list[Json]:
    """Return the measure by choices and by what records are linked to."""
    titles = {each.id: each.title for each in targets}
    found: list[Json] = []
    for field in entity.of_type("choice", "link", "switch"):
        dimension: dict[str, Any] = {"id": "by", "label": field["label"], "home": entity.id}
        title = titles.get(field["options"]["entity"]) if field["type"] == "link" else field
        if title is None:
            continue
        path = {"path": [field["id"]]} if field["type"] == "link" else {}
        label = _said(making, "by", field=_text(field["label"]), measure=_text(measure["label"]))
        chart = {"kind": "bar", "x": "by", "y": [measure["id"]]}
        found.append(_report(making, label, measure, [{**dimension, **path, "field": title["id"]}], chart))
    return found[:_BREAKDOWNS]


def _report(
    making: Making, label: dict[str, str], measure: Json, dimensions: list[Json], chart: Json
) -> Json:
    return {
        "schema": "tongdao/report/1",
        "id": making.mint("report"),
        "name": "",
        "label": label,
        "query": {"measures": [measure], **({"dimensions": dimensions} if dimensions else {})},
        "chart": chart,
    }


def _dashboard(making: Making, reports: Sequence[Json], numbers: int) -> Json:
    """Lay numbers in a row on top, charts two by two below."""
    tiles = [
        {"x": 6 * place, "y": 0, "w": 6, "h": 4}
        if place < numbers
        else {"x": 12 * ((place - numbers) % 2), "y": 4 + 9 * ((place - numbers) // 2), "w": 12, "h": 9}
        for place in range(len(reports))
    ]
    return {
        "schema": "tongdao/dashboard/1",
        "id": making.mint("dashboard"),
        "name": "overview",
        "label": {making.language: _WORDS["overview"][making.language]},
        "icon": "dashboard",
        "tiles": [
            {"id": making.mint("tile"), "report": report["id"], **place}
            for report, place in zip(reports, tiles, strict=True)
        ],
    }


def _said(making: Making, key: str, **words: str) -> dict[str, str]:
    return making.label(_WORDS[key][making.language].format(**words))


def _text(label: dict[str, str]) -> str:
    return next(iter(label.values()))
