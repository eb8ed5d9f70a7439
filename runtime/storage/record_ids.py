"""What can be the id of a record; anything else names no record and never reaches the database."""

import re

_RECORD_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def is_record_id(text: str) -> bool:
    """Tell whether a text has the form of a UUID as we write it."""
    return _RECORD_ID.fullmatch(text) is not None
