"""An instance as one JSON document."""

import json
from datetime import date, time, timedelta
from decimal import Decimal

from engine.flows.stored import from_json, to_json, value_from_json, value_to_json
from engine.kernel.values import ErrorValue
from tests.factories.flows import START, make_approval, make_flow, run


def test_a_run_survives_being_stored():
    flow = make_flow([make_approval("nod_appr01", mode="sequential")], ["trigger nod_appr01"])
    shell = run(flow, people={"role": ["bo", "cy"]}).decide("bo", "approve")

    assert from_json(json.loads(json.dumps(to_json(shell.instance)))) == shell.instance


def test_every_kind_of_value_survives():
    values = {
        "number": Decimal("1.50"), "day": date(2026, 11, 24), "moment": START, "hour": time(8, 30), "long": timedelta(days=1, seconds=3),
        "error": ErrorValue("#N/A", "because"), "list": (1, (True, None)), "odd": {"$": "decimal", "value": "no number"}, "text": "x",
    }  # fmt: skip

    assert value_from_json(json.loads(json.dumps(value_to_json(values)))) == values
