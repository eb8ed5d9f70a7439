"""A computed value: its column follows from the kind of its result."""

from engine.metadata.model import FormulaOptions
from runtime.storage.columns.column import FieldColumn, Storage
from runtime.storage.columns.families import DAY, FLAG, INSTANT, TEXT, WHOLE, scaled

_BY_RESULT = {"text": TEXT, "integer": WHOLE, "boolean": FLAG, "date": DAY, "datetime": INSTANT}


def _storage(options: FormulaOptions) -> Storage:
    return _BY_RESULT.get(options.result) or scaled(options.scale)


COLUMN = FieldColumn("formula", _storage)
