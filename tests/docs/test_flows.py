"""The page about flows names every trigger and step, and shows a step that the example really has."""

import json
import re
from pathlib import Path

from engine.flows.nodes._index import NODE_KINDS
from engine.flows.triggers._index import TRIGGER_KINDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "flows.md").read_text(encoding="utf-8")


def first_cells() -> set[str]:
    rows = [line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `")]
    return {name for cell in rows for name in re.findall(r"`([a-z_]+)`", cell)}


def test_every_trigger_and_step_is_explained() -> None:
    assert first_cells() == {*NODE_KINDS.keys(), *TRIGGER_KINDS.keys()}


def test_the_step_shown_is_one_of_the_example() -> None:
    [shown] = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    flow = json.loads((ROOT / "examples/channel_sales/flows/order_approval.json").read_text(encoding="utf-8"))

    assert json.loads(shown) in flow["nodes"]
