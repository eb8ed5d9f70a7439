"""What a browser asks on its way down is allowed to whoever sees the report: shared cases, written by its tests."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.metadata.model import Query, Report
from engine.metadata.structure import build
from engine.reports.drilling import drilled_base
from engine.reports.may_ask import is_narrowed

FOLDER = Path(__file__).parents[2] / "conformance" / "reports"
SHARED: dict[str, Any] = json.loads((FOLDER / "drilling.json").read_text("utf-8"))
ASKED: dict[str, Any] = json.loads((FOLDER / "drilling_asked.json").read_text("utf-8"))
REPORT: Report = build(
    Report,
    {
        "schema": "tongdao/report/1",
        "id": "rpt_shared1",
        "name": "shared",
        "label": {"en": "Shared"},
        "chart": {"kind": "table"},
        **SHARED["report"],
    },
)


@pytest.mark.parametrize("name", [each["name"] for each in SHARED["cases"]])
def test_the_question_on_a_level_is_the_reports_narrowed(name: str) -> None:
    query: Query = build(Query, ASKED[name])

    base = drilled_base(query, REPORT)

    assert base is not None
    assert is_narrowed(query, base)
    assert not is_narrowed(query, REPORT.query)


@pytest.mark.parametrize("name", [each["name"] for each in SHARED["cases"]])
def test_without_the_reports_own_filters_it_is_not(name: str) -> None:
    query: Query = build(Query, ASKED[name])

    base = drilled_base(replace(query, filters=query.filters[1:]), REPORT)

    assert base is not None
    assert not is_narrowed(replace(query, filters=query.filters[1:]), base)
