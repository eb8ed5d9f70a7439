"""A web address, as text."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import TEXT

COLUMN = FieldColumn("url", always(TEXT))
