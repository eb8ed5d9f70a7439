"""The channel sales app as it stands in the repository."""

import json
from functools import cache
from pathlib import Path

from engine.metadata.definition import Definition
from engine.metadata.dump import dump_definition
from engine.metadata.load import load_definition
from tests.factories.documents import Raw, make_label, make_page

FOLDER = Path("examples/channel_sales")


_BLOCKS = [
    {"id": "blk_list01", "kind": "list", "view": "viw_kk66fgcecd", "x": 0, "y": 0, "w": 16, "h": 10},
    {"id": "blk_roi001", "kind": "chart", "report": "rpt_chanr01001", "x": 16, "y": 0, "w": 8, "h": 8},
    {"id": "blk_word01", "kind": "text", "text": make_label("# Hello"), "x": 0, "y": 10, "w": 24, "h": 3},
]


def channel_sales_with_page() -> Raw:
    """Return the documents of the app with a page, which it has none of: `pages/work.json`."""
    return {**dump_definition(channel_sales()), **make_page(blocks=_BLOCKS)}


@cache
def channel_sales() -> Definition:
    documents = {
        path.relative_to(FOLDER).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in FOLDER.rglob("*.json")
    }
    loaded = load_definition(documents)
    assert isinstance(loaded, Definition), loaded
    return loaded
