"""A telephone number, as text."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import TEXT

COLUMN = FieldColumn("phone", always(TEXT))
