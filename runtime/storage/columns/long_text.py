"""Text of several lines."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import TEXT

COLUMN = FieldColumn("long_text", always(TEXT))
