"""A calendar day."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import DAY

COLUMN = FieldColumn("date", always(DAY))
