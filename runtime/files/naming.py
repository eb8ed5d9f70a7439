"""Names of uploaded files: only ever shown, never a path; no control or direction characters."""

import unicodedata

LENGTH = 150
_FORBIDDEN = frozenset('/\\:*?"<>|')


def clean_name(name: str) -> str:
    """Return a name that is safe to show and to save under, with its ending kept when it is cut."""
    normal = unicodedata.normalize("NFC", name)
    last = normal.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter for letter in last if _is_plain(letter)).strip(" .")
    if len(kept) <= LENGTH:
        return kept or "file"
    stem, dot, ending = kept.rpartition(".")
    return f"{stem[: LENGTH - len(ending) - 1]}.{ending}" if dot and len(ending) < 12 else kept[:LENGTH]


def _is_plain(letter: str) -> bool:
    return letter not in _FORBIDDEN and unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
