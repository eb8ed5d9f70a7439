"""Values of several choices, as a JSON list in their order."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import LIST

COLUMN = FieldColumn("multi_choice", always(LIST))
