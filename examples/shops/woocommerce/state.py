"""What a shop has: products, orders with their notes, webhooks; in memory, and in a file if one is given."""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Thing = dict[str, Any]

KINDS = ("products", "orders", "webhooks", "notes")
FIRST_ID = {"products": 11, "orders": 10_001, "webhooks": 1, "notes": 501}


@dataclass
class State:
    """Everything by kind and id."""

    file: Path | None = None
    things: dict[str, dict[int, Thing]] = field(default_factory=lambda: {kind: {} for kind in KINDS})
    lock: threading.RLock = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        if self.file is not None and self.file.exists():
            kept = json.loads(self.file.read_text(encoding="utf-8"))
            self.things = {kind: {int(id): each for id, each in kept[kind].items()} for kind in KINDS}

    def all(self, kind: str) -> list[Thing]:
        """Return things of a kind, oldest first."""
        with self.lock:
            return list(self.things[kind].values())

    def get(self, kind: str, id: int) -> Thing | None:
        """Return one, or None."""
        with self.lock:
            return self.things[kind].get(id)

    def add(self, kind: str, thing: Mapping[str, Any]) -> Thing:
        """Keep a new one under the next id."""
        with self.lock:
            id = max(self.things[kind], default=FIRST_ID[kind] - 1) + 1
            self.things[kind][id] = {"id": id, **thing}
            self._write()
            return self.things[kind][id]

    def put(self, kind: str, thing: Thing) -> Thing:
        """Keep a changed one."""
        with self.lock:
            self.things[kind][thing["id"]] = thing
            self._write()
            return thing

    def remove(self, kind: str, id: int) -> Thing | None:
        """Forget one."""
        with self.lock:
            gone = self.things[kind].pop(id, None)
            self._write()
            return gone

    def _write(self) -> None:
        if self.file is not None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.file.with_suffix(".new")
            fresh.write_text(json.dumps(self.things, ensure_ascii=False), encoding="utf-8")
            fresh.replace(self.file)


def now() -> datetime:
    """Return the moment, in the seconds that the API speaks of."""
    return datetime.now(UTC).replace(microsecond=0)
