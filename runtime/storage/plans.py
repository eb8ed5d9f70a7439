"""Compiled questions kept per definition: as long as it is in use, the most recent ones."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

from engine.kernel.remember import remember
from engine.metadata.definition import Definition

MOST = 1_000
Plan = TypeVar("Plan")


class Plans:
    """What was compiled, by shape; the one that waited longest makes room."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Plan]) -> Plan:
        """Return what is kept for a key, or make it."""
        kept = self._kept.get(key)
        if kept is None:
            kept = make()
            with self._lock:
                self._kept[key] = kept
                if len(self._kept) > MOST:
                    self._kept.popitem(last=False)
        return kept  # type: ignore[return-value]


@remember
def plans_of(definition: Definition) -> Plans:
    """Return the plans of a definition."""
    return Plans()
