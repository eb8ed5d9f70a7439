"""Identifiers: minted document ids, their prefixes, rules for names, UUIDv7 record ids.

Randomness and the clock are handed in; this module only shapes them.
"""

import re
import uuid
from typing import NewType

AppId = NewType("AppId", str)
EntityId = NewType("EntityId", str)
FieldId = NewType("FieldId", str)
RecordId = NewType("RecordId", str)

PREFIXES = {
    "app": "app",
    "entity": "ent",
    "field": "fld",
    "form": "frm",
    "section": "sec",
    "view": "viw",
    "role": "rol",
    "options": "opt",
    "check": "chk",
    "unique": "unq",
    "seed": "sed",
    "group": "grp",
    "flow": "flw",
    "node": "nod",
    "branch": "brn",
    "rule": "rul",
    "rule_input": "rin",
    "rule_output": "rou",
    "rule_row": "row",
    "template": "tpl",
    "connector": "con",
    "report": "rpt",
    "dashboard": "dsh",
    "dashboard_filter": "flt",
    "tile": "til",
    "page": "pag",
    "block": "blk",
    "page_button": "btn",
}
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_DOCUMENT_ID = re.compile(r"[a-z]{2,4}_[0-9a-z]{4,16}")
_NAME = re.compile(r"[^\W\d]\w*")
NAME_LENGTH = 64

SYSTEM_FIELDS = ("id", "created_at", "created_by", "modified_at", "modified_by", "version")


def mint(kind: str, randomness: bytes) -> str:
    """Make a document id of a kind from at least 8 random bytes: prefix and 10 base32 characters."""
    number = int.from_bytes(randomness, "big")
    letters = [_ALPHABET[(number >> (5 * place)) & 31] for place in range(10)]
    return f"{PREFIXES[kind]}_{''.join(letters)}"


def is_document_id(text: str) -> bool:
    """Tell whether a text has the shape of a document id."""
    return _DOCUMENT_ID.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Tell whether a text can be a name: letters of any script, digits, underscore; no leading digit."""
    return len(text) <= NAME_LENGTH and _NAME.fullmatch(text) is not None and text.isprintable()


def uuid7(milliseconds: int, randomness: bytes) -> str:
    """Make a UUIDv7 (RFC 9562) from Unix milliseconds and 10 random bytes, as lower-case text."""
    value = (milliseconds & (2**48 - 1)) << 80 | int.from_bytes(randomness[:10], "big")
    value = value & ~(0xF << 76) | 7 << 76
    value = value & ~(0x3 << 62) | 2 << 62
    return str(uuid.UUID(int=value))
