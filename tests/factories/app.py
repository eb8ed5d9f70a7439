"""The channel sales app as it stands in the repository."""

import json
from functools import cache
from pathlib import Path

from engine.metadata.definition import Definition
from engine.metadata.load import load_definition

FOLDER = Path("examples/channel_sales")


@cache
def channel_sales() -> Definition:
    documents = {
        path.relative_to(FOLDER).as_posix(): json.loads(path.read_text(encoding="utf-8"))
        for path in FOLDER.rglob("*.json")
    }
    loaded = load_definition(documents)
    assert isinstance(loaded, Definition), loaded
    return loaded
