"""An instant."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import INSTANT

COLUMN = FieldColumn("datetime", always(INSTANT))
