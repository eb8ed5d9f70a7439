"""Who will be asked when a record is saved: the flows it would start, walked without effect."""

from collections.abc import Mapping
from typing import Any

from runtime.http.flows.showing import Item, Showing
from runtime.http.records.asking import Asked


def forecast(showing: Showing, about: Asked, values: Mapping[str, Any], id: str | None) -> list[Item]:
    """Return the flows a record would start, with the people of each step."""
    return []
