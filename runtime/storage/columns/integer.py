"""A whole number."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import WHOLE

COLUMN = FieldColumn("integer", always(WHOLE))
