"""A telephone number in one normal form: `+8613800138000`, with ` ext 12` where there is an extension.

Chinese mobile, area and service numbers get their country code; short service numbers stay as dialled.
"""

import re
import unicodedata

from engine.entities import operators
from engine.entities.field_type import FieldType, Reader, Surroundings, Trait, always
from engine.entities.reading.texts import line
from engine.expressions import types
from engine.kernel.issue import Issue
from engine.kernel.values import Value
from engine.metadata.model import PhoneOptions

_EXTENSION = re.compile(r"\s*(?:转分机|分机|转|ext\.?|x|#)\s*(\d{1,6})$", re.IGNORECASE)
_WRITTEN = re.compile(r"\+?[\d\s().\-–—/]+")
_MOBILE = re.compile(r"(?:86)?(1[3-9]\d{9})")
_AREA = re.compile(r"(?:86)?0?((?:10|2[0-9])\d{8}|[3-9]\d{2}\d{7,8})")
_SERVICE = re.compile(r"(?:86)?([48]00\d{7})")


def reader(options: PhoneOptions, around: Surroundings) -> Reader:
    """Return the reader of telephone numbers."""
    return read_phone


def read_phone(raw: object) -> Value | Issue:
    """Read a telephone number into its normal form."""
    text = line(raw)
    if not isinstance(text, str):
        return text
    plain = unicodedata.normalize("NFKC", text)
    extension = _EXTENSION.search(plain)
    number = _normal(plain[: extension.start()] if extension else plain)
    if number is None:
        return Issue("field.phone.invalid", params={"value": text[:60]})
    return f"{number} ext {extension[1]}" if extension else number


def _normal(text: str) -> str | None:
    if not _WRITTEN.fullmatch(text):
        return None
    digits = re.sub(r"\D", "", text)
    is_international = text.lstrip().startswith("+") or digits.startswith("00")
    if is_international:
        digits = digits.removeprefix("00")
        return f"+{_without_trunk_zero(digits)}" if 7 <= len(digits) <= 15 else None
    for pattern in (_MOBILE, _SERVICE):
        found = pattern.fullmatch(digits)
        if found:
            return f"+86{found[1]}"
    found = _AREA.fullmatch(digits) if digits.startswith(("0", "860")) else None
    if found:
        return f"+86{found[1]}"
    return digits if 3 <= len(digits) <= 8 else None


def _without_trunk_zero(digits: str) -> str:
    """Leave off the zero that `+86 (0)10 …` keeps between country and area."""
    return re.sub(r"^860(?=\d{9,11}$)", "86", digits)


TYPE = FieldType(
    key="phone",
    options=PhoneOptions,
    expression_type=always(types.TEXT),
    reader=reader,
    serialise=str,
    operators=operators.TEXTUAL,
    traits=frozenset({Trait.SORTABLE, Trait.GROUPABLE, Trait.SEARCHABLE, Trait.UNIQUE, Trait.TITLE}),
)
