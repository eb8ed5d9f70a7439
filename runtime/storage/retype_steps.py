"""Fields whose type or target changed: the old column is kept under another name, a new one is filled."""

from dataclasses import dataclass

from engine.metadata.definition import Definition
from engine.metadata.model import LinkOptions
from runtime.storage.physical import StoredField, physical_name
from runtime.storage.plan import Whole, wholes


@dataclass(frozen=True, slots=True)
class Retyped:
    """A field as it was and as it will be, in the table it stands in."""

    whole: Whole
    old: StoredField
    new: StoredField

    @property
    def kept_name(self) -> str:
        return physical_name("k", self.old.field.id)

    @property
    def has_foreign_key(self) -> bool:
        return bool(self.old.column.foreign_keys)


def retyped_fields(old: Definition, new: Definition) -> list[Retyped]:
    """Return the stored fields that the new definition keeps in another way."""
    before = {whole.table.name: whole.stored for whole in wholes(old)}
    return [
        Retyped(whole, before[whole.table.name][id], stored)
        for whole in wholes(new)
        for id, stored in whole.stored.items()
        if id in before.get(whole.table.name, {}) and _differs(before[whole.table.name][id], stored)
    ]


def _differs(old: StoredField, new: StoredField) -> bool:
    return _signature(old) != _signature(new)


def _signature(stored: StoredField) -> tuple[object, ...]:
    target = stored.field.options.entity if isinstance(stored.field.options, LinkOptions) else None
    return (stored.field.type, type(stored.storage.sql_type), stored.storage.scale, target)
