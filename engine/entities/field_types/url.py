"""A web address over http or https, and no other scheme: it becomes a link somebody clicks."""

import re

from engine.entities import operators
from engine.entities.field_type import FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.texts import is_host, line
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import UrlOptions

_LONGEST = 2_000
_ADDRESS = re.compile(
    r"(?P<scheme>(?i:https?)://)?(?P<host>[\w.-]+)(?P<port>:\d{1,5})?(?P<rest>[/?#][^\s\"<>\\^`{|}]*)?"
)


def reader(options: UrlOptions, around: Surroundings) -> Reader:
    """Return the reader of web addresses."""
    return read_url


def read_url(raw: object) -> Value | Issue:
    """Read an address; `www.example.com` is taken as https."""
    text = line(raw)
    if not isinstance(text, str):
        return text
    found = _ADDRESS.fullmatch(text) if len(text) <= _LONGEST else None
    if not found or not is_host(found["host"]) or not (found["scheme"] or "." in found["host"]):
        return Issue("field.url.invalid", params={"value": text[:60]})
    scheme = (found["scheme"] or "https://").lower()
    return f"{scheme}{found['host'].lower()}{found['port'] or ''}{found['rest'] or ''}"


TYPE = FieldType(
    key="url",
    options=UrlOptions,
    expression_type=always(types.TEXT),
    reader=reader,
    serialise=str,
    operators=operators.TEXTUAL,
    traits=frozenset({Trait.SORTABLE, Trait.SEARCHABLE}),
)
