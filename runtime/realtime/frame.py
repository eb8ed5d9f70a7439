"""One thing that changed, as it is told between threads and processes. Ids only, never a value."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

import orjson

FrameKind = Literal["record", "task", "notification", "instance", "incident", "draft", "designers"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What changed; with `people` it is for these alone."""

    kind: FrameKind
    app: str
    entity: str | None = None
    id: str | None = None
    version: int | None = None
    people: tuple[str, ...] = ()


def write_frame(frame: Frame) -> str:
    """Return a frame as text for another process."""
    return orjson.dumps(asdict(frame)).decode()


def read_frame(text: str) -> Frame | None:
    """Return the frame in a text, None where it is none."""
    try:
        raw: dict[str, Any] = orjson.loads(text)
        return Frame(**{**raw, "people": tuple(raw["people"])})
    except (ValueError, TypeError, KeyError):
        return None
