"""The document types. Generated from engine/metadata/schema by `make generate`; do not edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

Label: TypeAlias = Mapping[str, str]


ConditionOperator: TypeAlias = Literal["is_empty", "is_not_empty", "equals", "not_equals", "contains", "not_contains", "starts_with", "ends_with", "less", "less_or_equal", "greater", "greater_or_equal", "between", "in", "not_in", "in_last_days", "in_next_days", "this_month", "this_year"]
NodeAccess: TypeAlias = Literal["hidden", "read", "edit", "required"]
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
class Who:
    """Where people come from: one source, resolved when the step is reached."""

    source: Literal["person", "role", "field", "submitter", "superior", "department_head"]
    person: str | None = None
    role: str | None = None
    field: str | None = None
    levels: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFormat:
    """How a figure is shown."""

    style: Literal["plain", "money", "percent"] = 'plain'
    scale: int | None = None
    unit: Literal["auto", "none", "wan", "yi", "thousand", "million"] = 'auto'
    suffix: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One way out of a condition."""

    id: str
    label: Label
    when: str | None = None
    otherwise: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeout:
    """What happens when time has passed."""

    after: str
    then: Literal["remind", "approve", "reject", "escalate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedLines:
    """Detail lines made from those of the flow's record."""

    field: str
    from_: str | None = None
    when: str | None = None
    set: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryMeasure:
    """A figure: an aggregate at its own grain, or an expression over other figures."""

    id: str
    label: Label | None = None
    home: str | None = None
    lines: str | None = None
    aggregate: Literal["count", "count_distinct", "sum", "average", "minimum", "maximum", "first", "last"] | None = None
    path: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    where: str | None = None
    date: str | None = None
    expression: str | None = None
    scale: int | None = None
    format: NumberFormat | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryDimension:
    """What figures are grouped by."""

    id: str
    label: Label | None = None
    home: str | None = None
    lines: str | None = None
    path: tuple[str, ...] = ()
    field: str
    also: tuple[QueryRoute, ...] = ()
    grain: Literal["year", "quarter", "month", "week", "day", "hour"] | None = None
    week_start: Literal["monday", "sunday"] | None = None
    bins: tuple[str, ...] = ()
    null_label: Label | None = None
    fill_gaps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRoute:
    """How a dimension is reached from another home."""

    home: str
    lines: str | None = None
    path: tuple[str, ...] = ()
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryFilter:
    """A condition on a dimension, a field, or a figure."""

    dimension: str | None = None
    measure: str | None = None
    home: str | None = None
    lines: str | None = None
    path: tuple[str, ...] = ()
    field: str | None = None
    operator: Literal["is_empty", "is_not_empty", "equals", "not_equals", "contains", "not_contains", "starts_with", "ends_with", "less", "less_or_equal", "greater", "greater_or_equal", "between", "in", "not_in", "last", "this", "previous", "next", "to_date"]
    value: Any | None = None
    n: int | None = None
    unit: Literal["year", "quarter", "month", "week", "day"] | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuerySort:
    """One sort key."""

    by: str
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryTop:
    """Only the largest members of a dimension."""

    dimension: str
    by: str
    n: int
    ascending: bool = False
    others: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryComparison:
    """The same figures for an earlier period, beside the present ones."""

    dimension: str | None = None
    with_: Literal["previous_period", "previous_year"]
    measures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question in terms of entities, fields and links; never SQL."""

    measures: tuple[QueryMeasure, ...]
    dimensions: tuple[QueryDimension, ...] = ()
    filters: tuple[QueryFilter, ...] = ()
    top: QueryTop | None = None
    totals: tuple[tuple[str, ...], ...] = ()
    compare: QueryComparison | None = None
    sort: tuple[QuerySort, ...] = ()
    limit: int = 5000


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

    expression: str = ''
    rule: str | None = None
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
class RecordCreatedTrigger:
    """A record was stored for the first time."""

    kind: Literal["record_created"]
    entity: str
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChangedTrigger:
    """A record was changed; `before.name` is the value it had."""

    kind: Literal["record_changed"]
    entity: str
    fields: tuple[str, ...] = ()
    when: str | None = None
    on_create: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdTrigger:
    """A figure of a record crosses a limit; it must first come back before it can cross again."""

    kind: Literal["threshold"]
    entity: str
    value: str
    limit: str
    direction: Literal["below", "above"] = 'below'
    reset: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopEventTrigger:
    """A shop told of an order; the flow runs on the record it was stored as."""

    kind: Literal["shop_event"]
    entity: str
    connector: str | None = None
    events: tuple[Literal["order_paid", "order_changed", "order_cancelled"], ...]
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleTrigger:
    """At times; once, or for every record that meets a condition."""

    kind: Literal["schedule"]
    entity: str
    cron: str
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonTrigger:
    """Somebody presses a button on a record."""

    kind: Literal["button"]
    entity: str
    when: str | None = None
    roles: tuple[str, ...] = ()
    confirm: Label | None = None
    danger: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionNode:
    """Goes on by the first branch whose condition is true."""

    kind: Literal["condition"]
    id: str
    label: Label
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelNode:
    """Goes on by all of its edges at once."""

    kind: Literal["parallel"]
    id: str
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinNode:
    """Waits until every path that leads here and is still under way has arrived."""

    kind: Literal["join"]
    id: str
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalNode:
    """People decide on the record."""

    kind: Literal["approval"]
    id: str
    label: Label
    approvers: tuple[Who, ...]
    mode: Literal["any", "all", "sequential"] = 'any'
    fields: Mapping[str, NodeAccess] = field(default_factory=_empty)
    opinion: Literal["optional", "required", "required_to_reject"] = 'required_to_reject'
    if_nobody: Literal["incident", "approve", "head"] = 'incident'
    if_submitter: Literal["ask", "approve", "superior"] = 'ask'
    return_to: Literal["submitter", "previous", "any"] = 'submitter'
    after_return: Literal["again", "resume"] = 'again'
    timeout: Timeout | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FillInNode:
    """Somebody completes the record."""

    kind: Literal["fill_in"]
    id: str
    label: Label
    people: tuple[Who, ...]
    fields: Mapping[str, NodeAccess] = field(default_factory=_empty)
    timeout: Timeout | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateRecordNode:
    """Stores a new record."""

    kind: Literal["create_record"]
    id: str
    label: Label
    entity: str
    set: Mapping[str, str]
    lines: CopiedLines | None = None
    as_: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRecordNode:
    """Changes the flow's record, or one an earlier step knows."""

    kind: Literal["update_record"]
    id: str
    label: Label
    target: str | None = None
    set: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindRecordsNode:
    """Looks for records; the first one found is known as `as`."""

    kind: Literal["find_records"]
    id: str
    label: Label
    entity: str
    where: str
    as_: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PerLineNode:
    """Does steps once for each detail line of the record."""

    kind: Literal["per_line"]
    id: str
    label: Label
    lines: str
    when: str | None = None
    steps: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReserveStockNode:
    """Locks stock for every line, all or nothing; goes on by `error` where it is short."""

    kind: Literal["reserve_stock"]
    id: str
    label: Label
    lines: str
    product: str
    quantity: str
    warehouse: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseStockNode:
    """Gives back what this record had locked and not shipped."""

    kind: Literal["release_stock"]
    id: str
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipStockNode:
    """Takes what this record, or the record `order`, had locked out of stock."""

    kind: Literal["ship_stock"]
    id: str
    label: Label
    order: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideNode:
    """Asks a decision table; its outputs are known as `as`."""

    kind: Literal["decide"]
    id: str
    label: Label
    rule: str
    as_: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyNode:
    """Tells people, or an address of the record."""

    kind: Literal["notify"]
    id: str
    label: Label
    to: tuple[Who, ...] = ()
    email: str | None = None
    language: str | None = None
    channels: tuple[Literal["in_app", "email"], ...] = ()
    template: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectorActionNode:
    """Asks another system to do something; repeated until it answers, always with the same key."""

    kind: Literal["connector_action"]
    id: str
    label: Label
    connector: str
    action: str
    input: Mapping[str, str] = field(default_factory=_empty)
    as_: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerNode:
    """Waits."""

    kind: Literal["timer"]
    id: str
    label: Label
    after: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubFlowNode:
    """Runs another flow on a record and waits for its end."""

    kind: Literal["sub_flow"]
    id: str
    label: Label
    flow: str
    target: str | None = None
    wait: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EndNode:
    """The flow ends here."""

    kind: Literal["end"]
    id: str
    label: Label
    outcome: Literal["completed", "rejected", "cancelled"] = 'completed'


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberChart:
    """One figure, with what it was before and its course."""

    kind: Literal["number"]
    value: str
    trend: str | None = None
    good: Literal["up", "down", "neither"] = 'up'


@dataclass(frozen=True, slots=True, kw_only=True)
class TableChart:
    """Rows and figures, with totals."""

    kind: Literal["table"]
    columns: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """Bars side by side or stacked."""

    kind: Literal["bar"]
    x: str
    y: tuple[str, ...]
    color: str | None = None
    stack: Literal["none", "stacked", "share"] = 'none'
    horizontal: bool = False
    labels: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LineChart:
    """A course, as a line or filled."""

    kind: Literal["line"]
    x: str
    y: tuple[str, ...]
    color: str | None = None
    area: bool = False
    stack: bool = False
    smooth: bool = False
    labels: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PieChart:
    """Shares of a whole."""

    kind: Literal["pie"]
    by: str
    value: str
    ring: bool = True
    labels: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RadarChart:
    """Several figures of a few members, each on its own axis."""

    kind: Literal["radar"]
    by: str
    axes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelChart:
    """Stages that become fewer: several figures, or one figure by a dimension."""

    kind: Literal["funnel"]
    stages: tuple[str, ...] = ()
    by: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChinaMapChart:
    """Provinces coloured by a figure."""

    kind: Literal["china_map"]
    province: str
    value: str
    tiles: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationItem:
    """A view, a dashboard, a page, or a group of items."""

    view: str | None = None
    dashboard: str | None = None
    page: str | None = None
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
    week_start: Literal["monday", "sunday"] = 'monday'
    fiscal_month: int = 1
    navigation: tuple[NavigationItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of an option list."""

    value: str
    label: Label
    color: Literal["default", "blue", "green", "gold", "orange", "red", "purple", "cyan", "magenta", "grey"] = 'default'
    retired: bool = False
    merged: tuple[str, ...] = ()


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
class StockFields:
    """Fields of a stock balance; product and warehouse together are unique, reserved never exceeds on hand."""

    product: str
    warehouse: str
    on_hand: str
    reserved: str


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
    summary: tuple[str, ...] = ()
    fields: tuple[Field, ...]
    checks: tuple[Check, ...] = ()
    unique: tuple[Unique, ...] = ()
    stock: StockFields | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Part of a form."""

    id: str
    label: Label | None = None
    help: Label | None = None
    columns: int | None = None
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
    choices: str | None = None
    candidates: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Screen to enter and show one record: layout only; behaviour by expression."""

    schema: Literal["tongdao/form/1"]
    id: str
    name: str
    label: Label
    entity: str
    columns: int = 2
    arrangement: Literal["page", "tabs", "steps"] = 'page'
    layout: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a list."""

    field: str
    width: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A field whose values rows are gathered under."""

    field: str
    grain: Literal["year", "quarter", "month", "week", "day"] | None = None
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ColorRule:
    """A colour for records of which something is true."""

    when: str
    color: Literal["blue", "green", "gold", "orange", "red", "purple", "cyan", "magenta", "grey"]
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kanban:
    """Records as cards in lanes."""

    lane: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Records on their days."""

    start: str
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """Records as pictures."""

    picture: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Saved way to list records."""

    schema: Literal["tongdao/view/1"]
    id: str
    name: str
    label: Label
    entity: str
    kind: Literal["grid", "kanban", "calendar", "gallery"] = 'grid'
    icon: str | None = None
    form: str | None = None
    columns: tuple[Column, ...]
    filter: str | None = None
    conditions: tuple[Condition, ...] = ()
    sort: tuple[Sort, ...] = ()
    groups: tuple[Group, ...] = ()
    colors: tuple[ColorRule, ...] = ()
    kanban: Kanban | None = None
    calendar: Calendar | None = None
    gallery: Gallery | None = None


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
    dashboards: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    explore: bool = False
    design: tuple[DesignPermission, ...] = ()
    administer: tuple[Literal["people", "roles", "tokens", "audit", "data", "flows", "connectors", "apps"], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInput:
    """A column of conditions."""

    id: str
    label: Label
    expression: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleValue:
    """A permitted result; earlier ones have priority."""

    value: str
    label: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOutput:
    """A column of results."""

    id: str
    name: str
    label: Label
    result: Literal["text", "number", "boolean", "date"]
    values: tuple[RuleValue, ...] = ()
    default: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A row: all conditions met give its results."""

    id: str
    when: tuple[str, ...]
    then: tuple[str, ...]
    note: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleExample:
    """Values to try the table with, as people write them."""

    values: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A decision table."""

    schema: Literal["tongdao/rule/1"]
    id: str
    name: str
    label: Label
    description: Label | None = None
    entity: str
    hit: Literal["first", "unique", "any", "priority", "collect", "rule_order", "output_order"] = 'first'
    aggregate: Literal["list", "sum", "minimum", "maximum", "count"] = 'list'
    inputs: tuple[RuleInput, ...]
    outputs: tuple[RuleOutput, ...]
    rows: tuple[RuleRow, ...]
    examples: tuple[RuleExample, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A connection from one node to the next."""

    from_: str
    to: str
    branch: str | None = None
    on: Literal["done", "approved", "rejected", "error", "timeout"] = 'done'


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Definition of a process: a graph of nodes that a trigger starts."""

    schema: Literal["tongdao/flow/1"]
    id: str
    name: str
    label: Label
    description: Label | None = None
    trigger: Trigger
    run_as: Literal["caller", "owner"] = 'owner'
    roles: tuple[str, ...] = ()
    enabled: bool = True
    on_import: bool = False
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """What a message says; subject and body are templates per language."""

    schema: Literal["tongdao/template/1"]
    id: str
    name: str
    label: Label
    description: Label | None = None
    entity: str
    subject: Label
    body: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopCustomers:
    """How buyers become customers: by external id, then phone, then e-mail; else a new one."""

    entity: str
    field: str
    phone: str | None = None
    email: str | None = None
    set: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopLines:
    """How order lines become detail lines."""

    field: str
    product: str
    sku: str
    set: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopOrders:
    """How orders of the shop become records."""

    entity: str
    key: str
    set: Mapping[str, str]
    update: Mapping[str, str] = field(default_factory=_empty)
    customers: ShopCustomers | None = None
    lines: ShopLines


@dataclass(frozen=True, slots=True, kw_only=True)
class Connector:
    """An outside system; its address and secrets are settings of the installation, not of the app."""

    schema: Literal["tongdao/connector/1"]
    id: str
    name: str
    label: Label
    description: Label | None = None
    kind: Literal["woocommerce"]
    roles: tuple[str, ...] = ()
    orders: ShopOrders | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillPath:
    """The way down from the members of a dimension, level by level."""

    dimension: str
    steps: tuple[QueryDimension, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A question and its picture."""

    schema: Literal["tongdao/report/1"]
    id: str
    name: str
    label: Label
    description: Label | None = None
    query: Query
    chart: Chart
    drill: tuple[DrillPath, ...] = ()
    source: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardFilter:
    """A filter over several tiles."""

    id: str
    label: Label
    fields: tuple[str, ...]
    kind: Literal["period", "members"] = 'members'
    operator: Literal["last", "this", "previous", "to_date", "between", "in"] | None = None
    value: Any | None = None
    n: int | None = None
    unit: Literal["year", "quarter", "month", "week", "day"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A place on the board."""

    id: str
    report: str | None = None
    label: Label | None = None
    text: Label | None = None
    x: int
    y: int
    w: int
    h: int
    cross_filter: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Dashboard:
    """A board of reports with filters."""

    schema: Literal["tongdao/dashboard/1"]
    id: str
    name: str
    label: Label
    description: Label | None = None
    icon: str | None = None
    refresh: int | None = None
    filters: tuple[DashboardFilter, ...] = ()
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A place on the page."""

    id: str
    kind: Literal["list", "form", "chart", "text", "buttons"]
    label: Label | None = None
    view: str | None = None
    form: str | None = None
    report: str | None = None
    text: Mapping[str, str] = field(default_factory=_empty)
    buttons: tuple[PageButton, ...] = ()
    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageButton:
    """Leads somewhere; exactly one of view, page, dashboard, form and link."""

    id: str
    label: Label | None = None
    icon: str | None = None
    primary: bool = False
    view: str | None = None
    page: str | None = None
    dashboard: str | None = None
    form: str | None = None
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Blocks of lists, forms, charts, words and buttons on one screen."""

    schema: Literal["tongdao/page/1"]
    id: str
    name: str
    label: Label
    description: Label | None = None
    icon: str | None = None
    blocks: tuple[Block, ...]


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
    departments: str | None = None
    people: str | None = None


Trigger: TypeAlias = (
    RecordCreatedTrigger | RecordChangedTrigger | ThresholdTrigger | ShopEventTrigger | ScheduleTrigger | ButtonTrigger
)


Node: TypeAlias = (
    ConditionNode | ParallelNode | JoinNode | ApprovalNode | FillInNode | CreateRecordNode | UpdateRecordNode | FindRecordsNode | PerLineNode | ReserveStockNode | ReleaseStockNode | ShipStockNode | DecideNode | NotifyNode | ConnectorActionNode | TimerNode | SubFlowNode | EndNode
)


Chart: TypeAlias = (
    NumberChart | TableChart | BarChart | LineChart | PieChart | RadarChart | FunnelChart | ChinaMapChart
)


FieldOptions: TypeAlias = (
    TextOptions | LongTextOptions | IntegerOptions | DecimalOptions | MoneyOptions | PercentOptions | SwitchOptions | ChoiceOptions | MultiChoiceOptions | DateOptions | DatetimeOptions | EmailOptions | PhoneOptions | UrlOptions | PersonOptions | AttachmentOptions | SequenceOptions | LinkOptions | LookupOptions | RollupOptions | FormulaOptions | LinesOptions
)


Document: TypeAlias = App | Options | Entity | Form | View | Role | Rule | Flow | Template | Connector | Report | Dashboard | Page | Seed


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
    "rule": Rule,
    "flow": Flow,
    "template": Template,
    "connector": Connector,
    "report": Report,
    "dashboard": Dashboard,
    "page": Page,
    "seed": Seed,
}
