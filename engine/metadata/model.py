"""The document types. Generated from engine/metadata/schema by `make generate`; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

Label: TypeAlias = Mapping[str, str]


ConditionOperator: TypeAlias = Literal["is_empty", "is_not_empty", "equals", "not_equals", "contains", "not_contains", "starts_with", "ends_with", "less", "less_or_equal", "greater", "greater_or_equal", "between", "in", "not_in", "in_last_days", "in_next_days", "this_month", "this_year"]
FieldAccess: TypeAlias = Literal["hidden", "masked", "read", "edit"]


def _empty() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One clicked-together filter condition."""

    field: str
    operator: ConditionOperator
    value: Any | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """One sort key."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOptions:
    """One line of text."""

    max_length: int = 200
    pattern: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LongTextOptions:
    """Text of several lines."""

    max_length: int = 10000


@dataclass(frozen=True, slots=True, kw_only=True)
class IntegerOptions:
    """A whole number."""

    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecimalOptions:
    """An exact decimal number."""

    scale: int = 2
    minimum: str | None = None
    maximum: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyOptions:
    """An exact amount of one currency."""

    scale: int = 2
    currency: str | None = None
    minimum: str | None = None
    maximum: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentOptions:
    """A ratio shown as percentage; 0.25 is 25 %."""

    scale: int = 4
    minimum: str | None = None
    maximum: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchOptions:
    """Yes or no."""



@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceOptions:
    """One of an option list."""

    list: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MultiChoiceOptions:
    """Several of an option list."""

    list: str
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateOptions:
    """A calendar day without time zone."""



@dataclass(frozen=True, slots=True, kw_only=True)
class DatetimeOptions:
    """An instant, shown in the app's time zone."""



@dataclass(frozen=True, slots=True, kw_only=True)
class EmailOptions:
    """An e-mail address."""



@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneOptions:
    """A telephone number."""



@dataclass(frozen=True, slots=True, kw_only=True)
class UrlOptions:
    """A web address, http or https."""



@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOptions:
    """A user of the installation."""



@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentOptions:
    """Uploaded files."""

    most: int = 10
    max_megabytes: int = 20
    accept: tuple[Literal["image", "pdf", "office", "text", "archive", "any"], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceOptions:
    """A formatted running number."""

    format: str
    reset: Literal["never", "year", "month", "day"] = 'never'
    gapless: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOptions:
    """One record of an entity."""

    entity: str
    filter: str | None = None
    on_delete: Literal["restrict", "clear"] = 'restrict'


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupOptions:
    """A field of a linked record, always as it is now."""

    link: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RollupOptions:
    """A figure over records that link here."""

    entity: str
    link: str
    field: str | None = None
    aggregate: Literal["count", "sum", "average", "minimum", "maximum"] = 'count'
    filter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaOptions:
    """A value computed from other fields."""

    expression: str
    result: Literal["text", "integer", "decimal", "money", "percent", "boolean", "date", "datetime"]
    scale: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesOptions:
    """Rows that belong to the record, edited like a sheet."""

    fields: tuple[Field, ...]
    least: int = 0
    most: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """An attribute of an entity or of its detail lines."""

    id: str
    name: str
    type: Literal["text", "long_text", "integer", "decimal", "money", "percent", "switch", "choice", "multi_choice", "date", "datetime", "email", "phone", "url", "person", "attachment", "sequence", "link", "lookup", "rollup", "formula", "lines"]
    label: Label
    help: Label | None = None
    required: bool = False
    default: str | None = None
    read_only: bool = False
    indexed: bool = False
    options: FieldOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationItem:
    """A view, or a group of items."""

    view: str | None = None
    group: Label | None = None
    icon: str | None = None
    items: tuple[NavigationItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """One published application; owns all other documents."""

    schema: Literal["tongdao/app/1"]
    id: str
    name: str
    label: Label
    version: str
    description: Label | None = None
    icon: str | None = None
    color: str | None = None
    languages: tuple[Literal["zh", "en"], ...]
    timezone: str = 'Asia/Shanghai'
    currency: str = 'CNY'
    navigation: tuple[NavigationItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of an option list."""

    value: str
    label: Label
    color: Literal["default", "blue", "green", "gold", "orange", "red", "purple", "cyan", "magenta", "grey"] = 'default'
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """A shared option list."""

    schema: Literal["tongdao/options/1"]
    id: str
    name: str
    label: Label
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A condition over one record and its detail lines."""

    id: str
    expression: str
    message: Label
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unique:
    """Combination of fields that occurs once; blanks do not collide."""

    id: str
    fields: tuple[str, ...]
    message: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A kind of record."""

    schema: Literal["tongdao/entity/1"]
    id: str
    name: str
    label: Label
    description: Label | None = None
    icon: str | None = None
    title: str | None = None
    search: tuple[str, ...] = ()
    fields: tuple[Field, ...]
    checks: tuple[Check, ...] = ()
    unique: tuple[Unique, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Part of a form."""

    id: str
    label: Label | None = None
    show: str | None = None
    items: tuple[FormItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormItem:
    """A widget: one field on a form, with its behaviours."""

    field: str
    span: int = 1
    show: str | None = None
    require: str | None = None
    lock: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Screen to enter and show one record: layout only; behaviour by expression."""

    schema: Literal["tongdao/form/1"]
    id: str
    name: str
    label: Label
    entity: str
    columns: int = 2
    layout: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a list."""

    field: str
    width: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Saved way to list records."""

    schema: Literal["tongdao/view/1"]
    id: str
    name: str
    label: Label
    entity: str
    kind: Literal["grid"] = 'grid'
    icon: str | None = None
    form: str | None = None
    columns: tuple[Column, ...]
    filter: str | None = None
    conditions: tuple[Condition, ...] = ()
    sort: tuple[Sort, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPermission:
    """Rights on one entity."""

    entity: str
    read: bool | str = False
    create: bool | str = False
    update: bool | str = False
    delete: bool | str = False
    exports: bool = False
    imports: bool = False
    other_fields: FieldAccess = 'edit'
    fields: Mapping[str, FieldAccess] = field(default_factory=_empty)


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignPermission:
    """Delegated design of one document."""

    document: str
    effect: Literal["propose", "publish"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Named group of rights. Default is nothing."""

    schema: Literal["tongdao/role/1"]
    id: str
    name: str
    label: Label
    description: Label | None = None
    entities: tuple[EntityPermission, ...] = ()
    views: tuple[str, ...] = ()
    design: tuple[DesignPermission, ...] = ()
    administer: tuple[Literal["people", "roles", "tokens", "audit", "data"], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFile:
    """One file and its mapping."""

    file: str
    mapping: ImportMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMapping:
    """How the columns of a sheet become fields of an entity."""

    entity: str
    mode: Literal["create", "update", "upsert"] = 'create'
    key: tuple[str, ...] = ()
    columns: tuple[ImportColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportColumn:
    """One column and its field."""

    column: str
    field: str
    match: str | None = None
    create_missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """Data that comes with an app, brought in by the importer."""

    schema: Literal["tongdao/seed/1"]
    id: str
    name: str
    label: Label
    anchor_date: str | None = None
    files: tuple[SeedFile, ...] = ()
    people: str | None = None


FieldOptions: TypeAlias = (
    TextOptions | LongTextOptions | IntegerOptions | DecimalOptions | MoneyOptions | PercentOptions | SwitchOptions | ChoiceOptions | MultiChoiceOptions | DateOptions | DatetimeOptions | EmailOptions | PhoneOptions | UrlOptions | PersonOptions | AttachmentOptions | SequenceOptions | LinkOptions | LookupOptions | RollupOptions | FormulaOptions | LinesOptions
)


Document: TypeAlias = App | Options | Entity | Form | View | Role | Seed


FIELD_OPTIONS: Mapping[str, type] = {
    "text": TextOptions,
    "long_text": LongTextOptions,
    "integer": IntegerOptions,
    "decimal": DecimalOptions,
    "money": MoneyOptions,
    "percent": PercentOptions,
    "switch": SwitchOptions,
    "choice": ChoiceOptions,
    "multi_choice": MultiChoiceOptions,
    "date": DateOptions,
    "datetime": DatetimeOptions,
    "email": EmailOptions,
    "phone": PhoneOptions,
    "url": UrlOptions,
    "person": PersonOptions,
    "attachment": AttachmentOptions,
    "sequence": SequenceOptions,
    "link": LinkOptions,
    "lookup": LookupOptions,
    "rollup": RollupOptions,
    "formula": FormulaOptions,
    "lines": LinesOptions,
}


DOCUMENTS: Mapping[str, type] = {
    "app": App,
    "options": Options,
    "entity": Entity,
    "form": Form,
    "view": View,
    "role": Role,
    "seed": Seed,
}
