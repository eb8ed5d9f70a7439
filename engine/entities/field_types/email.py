"""An e-mail address; its domain is lowered, as its case means nothing, the name before it is kept."""

import re
import unicodedata

from engine.entities import operators
from engine.entities.field_type import FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.texts import is_host, line
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import EmailOptions

_LONGEST = 254
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]{1,64}@(?P<domain>[\w.-]+)")


def reader(options: EmailOptions, around: Surroundings) -> Reader:
    """Return the reader of addresses."""
    return read_email


def read_email(raw: object) -> Value | Issue:
    """Read an address, full-width letters included."""
    text = line(raw)
    if not isinstance(text, str):
        return text
    address = unicodedata.normalize("NFKC", text).removeprefix("mailto:")
    found = _ADDRESS.fullmatch(address) if len(address) <= _LONGEST else None
    if not found or ".." in address or "." not in found["domain"] or not is_host(found["domain"]):
        return Issue("field.email.invalid", params={"value": text[:60]})
    name, _, domain = address.rpartition("@")
    return f"{name}@{domain.lower()}"


TYPE = FieldType(
    key="email",
    options=EmailOptions,
    expression_type=always(types.TEXT),
    reader=reader,
    serialise=str,
    operators=operators.TEXTUAL,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.SEARCHABLE, Trait.UNIQUE, Trait.TITLE}),
)
