"""Ids of files, as a JSON list in their order."""

from runtime.storage.columns.column import FieldColumn, always
from runtime.storage.columns.families import LIST

COLUMN = FieldColumn("attachment", always(LIST))
