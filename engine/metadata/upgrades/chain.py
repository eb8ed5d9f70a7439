"""Bring a stored document of any older version to the current one, step by step.

All kinds are at version 1, so the chain is empty; a step is added here together with its file and a
stored example of the old form.
"""

from collections.abc import Callable, Mapping
from typing import Any

RawDocument = Mapping[str, Any]
Step = Callable[[RawDocument], RawDocument]

STEPS: Mapping[str, Step] = {}


def upgrade(document: RawDocument) -> RawDocument:
    """Apply the steps that lead on from the document's `schema` until none is left."""
    while isinstance(document, Mapping) and (step := STEPS.get(str(document.get("schema")))):
        document = step(document)
    return document
