"""Places in a document or in submitted data: tuples of keys, shown as JSON Pointer (RFC 6901)."""

Path = tuple[str | int, ...]


def to_pointer(path: Path) -> str:
    """Format a path as JSON Pointer; the empty path is the whole document."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def from_pointer(pointer: str) -> Path:
    """Parse a JSON Pointer; steps that read as array indexes become integers."""
    if not pointer:
        return ()
    return tuple(_step(part) for part in pointer.lstrip("/").split("/"))


def _step(part: str) -> str | int:
    text = part.replace("~1", "/").replace("~0", "~")
    return int(text) if text.isdecimal() and (text == "0" or text[0] != "0") else text
