"""Proposing names from labels: letters of any script stay as they are, and names stay unique."""

import re
import unicodedata
from collections.abc import Iterable

from builder.commands.documents import Label
from engine.kernel.ids import NAME_LENGTH, is_name
from engine.metadata.load import RESERVED_NAMES

_GAPS = re.compile(r"[\W_]+")
_ROOM_FOR_NUMBER = 4


def propose_name(label: Label, taken: Iterable[str], fallback: str) -> str:
    """Make a free name from the first text of a label that holds letters, or from the fallback."""
    used = {each.casefold() for each in taken} | RESERVED_NAMES
    texts = (_slug(text) for text in label.values())
    stem = next((each for each in texts if is_name(each)), fallback)
    return next(each for each in _numbered(stem) if each.casefold() not in used)


def _slug(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).lower()
    slug = _GAPS.sub("_", folded)[: NAME_LENGTH - _ROOM_FOR_NUMBER].strip("_")
    return f"_{slug}" if slug[:1].isdecimal() else slug


def _numbered(stem: str) -> Iterable[str]:
    yield stem
    yield from (f"{stem}_{number}" for number in range(2, 1000))
