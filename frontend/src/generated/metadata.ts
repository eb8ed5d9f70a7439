// The document types. Generated from engine/metadata/schema by `make generate`; do not edit.

export type Label = Readonly<Record<string, string>>;

export type ConditionOperator = "is_empty" | "is_not_empty" | "equals" | "not_equals" | "contains" | "not_contains" | "starts_with" | "ends_with" | "less" | "less_or_equal" | "greater" | "greater_or_equal" | "between" | "in" | "not_in" | "in_last_days" | "in_next_days" | "this_month" | "this_year";

export type NodeAccess = "hidden" | "read" | "edit" | "required";

export type FieldAccess = "hidden" | "masked" | "read" | "edit";

/** One clicked-together filter condition. */
export interface Condition {
  /** The field compared. */
  readonly field: string;
  /** How it is compared. */
  readonly operator: ConditionOperator;
  /** What it is compared with: a scalar, a list for in and between, nothing for is_empty. */
  readonly value?: unknown;
}

/** One sort key. */
export interface Sort {
  /** The field sorted by. */
  readonly field: string;
  /** Largest first. */
  readonly descending?: boolean;
}

/** Where people come from: one source, resolved when the step is reached. */
export interface Who {
  /** person: a named one; role: all who hold it; field: a person field of the record; submitter: who started; superior: of the submitter; department_head: of the submitter's department. */
  readonly source: "person" | "role" | "field" | "submitter" | "superior" | "department_head";
  /** Login of a person. */
  readonly person?: string;
  /** Role whose holders are meant. */
  readonly role?: string;
  /** Person field of the record. */
  readonly field?: string;
  /** How many steps up: the superior's superior, the head of the department above. */
  readonly levels?: number;
}

/** How a figure is shown. */
export interface NumberFormat {
  /** plain number, money with its sign, or percentage. */
  readonly style?: "plain" | "money" | "percent";
  /** Decimal places shown. */
  readonly scale?: number;
  /** auto: 万 and 亿 in Chinese, K and M in English. */
  readonly unit?: "auto" | "none" | "wan" | "yi" | "thousand" | "million";
  /** Text after the figure. */
  readonly suffix?: Label;
}

/** One way out of a condition. */
export interface Branch {
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Taken when true. */
  readonly when?: string;
  /** Taken when no other is. */
  readonly otherwise?: boolean;
}

/** What happens when time has passed. */
export interface Timeout {
  /** How long, ISO 8601, for example PT8H. */
  readonly after: string;
  /** remind again and again; decide; or ask the superior of who was asked. */
  readonly then: "remind" | "approve" | "reject" | "escalate";
}

/** Detail lines made from those of the flow's record. */
export interface CopiedLines {
  /** Detail lines of the new record. */
  readonly field: string;
  /** Detail lines of the flow's record; without it one line is made from the record itself. */
  readonly from?: string;
  /** Lines that are taken; names of the line. */
  readonly when?: string;
  /** Values of a new line by field id; expressions see the line it is made from. */
  readonly set: Readonly<Record<string, string>>;
}

/** A figure: an aggregate at its own grain, or an expression over other figures. */
export interface QueryMeasure {
  /** Unique in the query; names the figure in expressions and charts. */
  readonly id: string;
  /** Shown name per language. */
  readonly label?: Label;
  /** Entity whose records are aggregated. */
  readonly home?: string;
  /** Detail lines whose rows are aggregated instead of records. */
  readonly lines?: string;
  /** How; last and first by date are for balances. */
  readonly aggregate?: "count" | "count_distinct" | "sum" | "average" | "minimum" | "maximum" | "first" | "last";
  /** Links from the home to where the field is. */
  readonly path?: readonly string[];
  /** Id of the field aggregated, or a system field such as created_by; not needed to count. */
  readonly field?: string;
  /** Aggregated instead of a field, in names of the home (of the line, where lines are aggregated; `parent.name` the record's). */
  readonly value?: string;
  /** Only records, or lines, for which this is true. */
  readonly where?: string;
  /** Id of the field of the home that time dimensions and filters of this figure use, where it differs from the dimension's. */
  readonly date?: string;
  /** A figure made of other figures by id, computed after aggregating. */
  readonly expression?: string;
  /** Decimal places the figure is rounded to. */
  readonly scale?: number;
  /** How it is shown. */
  readonly format?: NumberFormat;
}

/** What figures are grouped by. */
export interface QueryDimension {
  /** Unique in the query. */
  readonly id: string;
  /** Shown name per language. */
  readonly label?: Label;
  /** Entity the path starts from; without it that of the first figure. */
  readonly home?: string;
  /** Detail lines the path starts from. */
  readonly lines?: string;
  /** Links from the home to where the field is. */
  readonly path?: readonly string[];
  /** Id of the field, or a system field such as created_at. */
  readonly field: string;
  /** The same dimension as seen from the homes of other figures. */
  readonly also?: readonly QueryRoute[];
  /** Part of a date that is grouped by. */
  readonly grain?: "year" | "quarter" | "month" | "week" | "day" | "hour";
  /** First day of a week; without it that of the app. */
  readonly week_start?: "monday" | "sunday";
  /** Limits of ranges of numbers, ascending decimals. */
  readonly bins?: readonly string[];
  /** Shown where there is no value. */
  readonly null_label?: Label;
  /** Show periods without records. */
  readonly fill_gaps?: boolean;
}

/** How a dimension is reached from another home. */
export interface QueryRoute {
  /** The other home. */
  readonly home: string;
  /** Detail lines the path starts from. */
  readonly lines?: string;
  /** Links from there. */
  readonly path?: readonly string[];
  /** Id of the field. */
  readonly field: string;
}

/** A condition on a dimension, a field, or a figure. */
export interface QueryFilter {
  /** Id of a dimension. */
  readonly dimension?: string;
  /** Id of a figure: groups whose figure fits (having). */
  readonly measure?: string;
  /** Entity the path starts from; the filter holds for figures of that home, and for others over `also` of a dimension with the same field. */
  readonly home?: string;
  /** Detail lines the path goes into: true when one of them fits. */
  readonly lines?: string;
  /** Links from the home. */
  readonly path?: readonly string[];
  /** Id of the field. */
  readonly field?: string;
  /** How it is compared; last, this, previous, next and to_date take a unit. */
  readonly operator: "is_empty" | "is_not_empty" | "equals" | "not_equals" | "contains" | "not_contains" | "starts_with" | "ends_with" | "less" | "less_or_equal" | "greater" | "greater_or_equal" | "between" | "in" | "not_in" | "last" | "this" | "previous" | "next" | "to_date";
  /** What it is compared with. */
  readonly value?: unknown;
  /** How many units. */
  readonly n?: number;
  /** Unit of a relative date. */
  readonly unit?: "year" | "quarter" | "month" | "week" | "day";
  /** Only whole units: the last 3 months without this one. */
  readonly complete?: boolean;
}

/** One sort key. */
export interface QuerySort {
  /** Id of a dimension or figure. */
  readonly by: string;
  /** Largest first. */
  readonly descending?: boolean;
}

/** Only the largest members of a dimension. */
export interface QueryTop {
  /** Id of the dimension. */
  readonly dimension: string;
  /** Id of the figure. */
  readonly by: string;
  /** How many. */
  readonly n: number;
  /** The smallest instead. */
  readonly ascending?: boolean;
  /** Show the rest as one member, computed from its records. */
  readonly others?: boolean;
}

/** The same figures for an earlier period, beside the present ones. */
export interface QueryComparison {
  /** Id of the date dimension or of the filtered date. */
  readonly dimension?: string;
  /** The period just before of the same length, or the same one a year before. */
  readonly with: "previous_period" | "previous_year";
  /** Figures compared; without any, all. */
  readonly measures?: readonly string[];
}

/** A question in terms of entities, fields and links; never SQL. */
export interface Query {
  /** Figures. */
  readonly measures: readonly QueryMeasure[];
  /** What they are grouped by, in order. */
  readonly dimensions?: readonly QueryDimension[];
  /** Conditions all met. */
  readonly filters?: readonly QueryFilter[];
  /** Only the largest members. */
  readonly top?: QueryTop;
  /** Sets of dimensions for which totals are computed, from rows; [] is the grand total. */
  readonly totals?: readonly (readonly string[])[];
  /** An earlier period beside the present one. */
  readonly compare?: QueryComparison;
  /** Sort keys in order. */
  readonly sort?: readonly QuerySort[];
  /** Most rows; more is said, never cut silently. */
  readonly limit?: number;
}

/** One line of text. */
export interface TextOptions {
  /** Most characters. */
  readonly max_length?: number;
  /** RE2 pattern the whole text matches. */
  readonly pattern?: string;
}

/** Text of several lines. */
export interface LongTextOptions {
  /** Most characters. */
  readonly max_length?: number;
}

/** A whole number. */
export interface IntegerOptions {
  /** Smallest value. */
  readonly minimum?: number;
  /** Largest value. */
  readonly maximum?: number;
}

/** An exact decimal number. */
export interface DecimalOptions {
  /** Decimal places kept; halves are rounded away from zero. */
  readonly scale?: number;
  /** Smallest value. */
  readonly minimum?: string;
  /** Largest value. */
  readonly maximum?: string;
  /** Unit shown after the number. */
  readonly unit?: string;
}

/** An exact amount of one currency. */
export interface MoneyOptions {
  /** Decimal places kept. */
  readonly scale?: number;
  /** ISO 4217; without one, the currency of the app. */
  readonly currency?: string;
  /** Smallest value. */
  readonly minimum?: string;
  /** Largest value. */
  readonly maximum?: string;
}

/** A ratio shown as percentage; 0.25 is 25 %. */
export interface PercentOptions {
  /** Decimal places of the ratio. */
  readonly scale?: number;
  /** Smallest ratio. */
  readonly minimum?: string;
  /** Largest ratio. */
  readonly maximum?: string;
}

/** Yes or no. */
export interface SwitchOptions {
}

/** One of an option list. */
export interface ChoiceOptions {
  /** Option list chosen from. */
  readonly list: string;
}

/** Several of an option list. */
export interface MultiChoiceOptions {
  /** Option list chosen from. */
  readonly list: string;
  /** Most choices at once. */
  readonly most?: number;
}

/** A calendar day without time zone. */
export interface DateOptions {
}

/** An instant, shown in the app's time zone. */
export interface DatetimeOptions {
}

/** An e-mail address. */
export interface EmailOptions {
}

/** A telephone number. */
export interface PhoneOptions {
}

/** A web address, http or https. */
export interface UrlOptions {
}

/** A user of the installation. */
export interface PersonOptions {
}

/** Uploaded files. */
export interface AttachmentOptions {
  /** Most files. */
  readonly most?: number;
  /** Largest file. */
  readonly max_megabytes?: number;
  /** Kinds of file taken; without any, all but executables. */
  readonly accept?: readonly ("image" | "pdf" | "office" | "text" | "archive" | "any")[];
}

/** A formatted running number. */
export interface SequenceOptions {
  /** Text with {yyyy}, {yyyyMM}, {yyyyMMdd} for the day and {0000} for the number with its digits. */
  readonly format: string;
  /** When the number starts again at 1. */
  readonly reset?: "never" | "year" | "month" | "day";
  /** No number is skipped, at the price of one writer at a time. */
  readonly gapless?: boolean;
}

/** One record of an entity. */
export interface LinkOptions {
  /** Entity linked to. */
  readonly entity: string;
  /** Records offered, as condition over the linked entity. */
  readonly filter?: string;
  /** What happens when the linked record is deleted. */
  readonly on_delete?: "restrict" | "clear";
}

/** A field of a linked record, always as it is now. */
export interface LookupOptions {
  /** Link followed. */
  readonly link: string;
  /** Field shown. */
  readonly field: string;
}

/** A figure over records that link here. */
export interface RollupOptions {
  /** Entity whose records are counted. */
  readonly entity: string;
  /** Its link that leads here. */
  readonly link: string;
  /** Field aggregated; not needed for count. */
  readonly field?: string;
  /** How values become one. */
  readonly aggregate?: "count" | "sum" | "average" | "minimum" | "maximum";
  /** Records that count. */
  readonly filter?: string;
}

/** A value computed from other fields. */
export interface FormulaOptions {
  /** How it is computed. */
  readonly expression?: string;
  /** Decision table that gives the value, by its first output, instead of an expression. */
  readonly rule?: string;
  /** Kind of the value. */
  readonly result: "text" | "integer" | "decimal" | "money" | "percent" | "boolean" | "date" | "datetime";
  /** Decimal places of a number. */
  readonly scale?: number;
}

/** Rows that belong to the record, edited like a sheet. */
export interface LinesOptions {
  /** Columns of the lines. */
  readonly fields: readonly Field[];
  /** Fewest lines. */
  readonly least?: number;
  /** Most lines. */
  readonly most?: number;
}

/** An attribute of an entity or of its detail lines. */
export interface FieldCommon {
  /** Immutable id. */
  readonly id: string;
  /** Unique within the entity or the detail lines. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Hint shown with the field. */
  readonly help?: Label;
  /** A record without a value is refused. */
  readonly required?: boolean;
  /** Value of a new record when nothing is entered. */
  readonly default?: string;
  /** Shown, never entered by hand. */
  readonly read_only?: boolean;
  /** Kept in a database index for filters and sorts. */
  readonly indexed?: boolean;
}

/** A record was stored for the first time. */
export interface RecordCreatedTrigger {
  /** Key of this kind. */
  readonly kind: "record_created";
  /** Entity whose record the flow runs on. */
  readonly entity: string;
  /** Only records for which this is true. */
  readonly when?: string;
}

/** A record was changed; `before.name` is the value it had. */
export interface RecordChangedTrigger {
  /** Key of this kind. */
  readonly kind: "record_changed";
  /** Entity whose record the flow runs on. */
  readonly entity: string;
  /** Only when one of these changed; without any, whatever changed. */
  readonly fields?: readonly string[];
  /** Only records for which this is true. */
  readonly when?: string;
  /** Also when the record is created, with everything blank before. */
  readonly on_create?: boolean;
}

/** A figure of a record crosses a limit; it must first come back before it can cross again. */
export interface ThresholdTrigger {
  /** Key of this kind. */
  readonly kind: "threshold";
  /** Entity whose record the flow runs on. */
  readonly entity: string;
  /** The figure watched. */
  readonly value: string;
  /** The limit. */
  readonly limit: string;
  /** Which side of the limit starts the flow. */
  readonly direction?: "below" | "above";
  /** Where the figure must come back to before it can cross again; without it the limit. */
  readonly reset?: string;
  /** Only records for which this is true. */
  readonly when?: string;
}

/** A shop told of an order; the flow runs on the record it was stored as. */
export interface ShopEventTrigger {
  /** Key of this kind. */
  readonly kind: "shop_event";
  /** Entity whose record the flow runs on. */
  readonly entity: string;
  /** The shop; without it any. */
  readonly connector?: string;
  /** What happened. */
  readonly events: readonly ("order_paid" | "order_changed" | "order_cancelled")[];
  /** Only records for which this is true. */
  readonly when?: string;
}

/** At times; once, or for every record that meets a condition. */
export interface ScheduleTrigger {
  /** Key of this kind. */
  readonly kind: "schedule";
  /** Entity whose record the flow runs on. */
  readonly entity: string;
  /** Five fields: minute, hour, day, month, weekday, in the app's time zone. */
  readonly cron: string;
  /** Records it runs on. */
  readonly when?: string;
}

/** Somebody presses a button on a record. */
export interface ButtonTrigger {
  /** Key of this kind. */
  readonly kind: "button";
  /** Entity whose record the flow runs on. */
  readonly entity: string;
  /** Records that show the button. */
  readonly when?: string;
  /** Who sees it; without any, whoever may change the record. */
  readonly roles?: readonly string[];
  /** Question asked before. */
  readonly confirm?: Label;
  /** Shown as a step that cannot be taken back. */
  readonly danger?: boolean;
}

/** Goes on by the first branch whose condition is true. */
export interface ConditionNode {
  /** Key of this kind. */
  readonly kind: "condition";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** In the order in which they are tried; the last one may be `otherwise`. */
  readonly branches: readonly Branch[];
}

/** Goes on by all of its edges at once. */
export interface ParallelNode {
  /** Key of this kind. */
  readonly kind: "parallel";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
}

/** Waits until every path that leads here and is still under way has arrived. */
export interface JoinNode {
  /** Key of this kind. */
  readonly kind: "join";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
}

/** People decide on the record. */
export interface ApprovalNode {
  /** Key of this kind. */
  readonly kind: "approval";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Who decides. */
  readonly approvers: readonly Who[];
  /** any: the first decides (或签); all: everybody approves (会签); sequential: one after the other (依次). */
  readonly mode?: "any" | "all" | "sequential";
  /** Access to fields while deciding; what is not listed is read as far as the person's roles read it. */
  readonly fields?: Readonly<Record<string, NodeAccess>>;
  /** Whether words are asked for. */
  readonly opinion?: "optional" | "required" | "required_to_reject";
  /** What happens where no approver is found: stop as an incident, go on, or ask the head of the department. */
  readonly if_nobody?: "incident" | "approve" | "head";
  /** What happens where the approver is who submitted: ask all the same, count as approved, or ask the superior. */
  readonly if_submitter?: "ask" | "approve" | "superior";
  /** Where a returned record may go back to. */
  readonly return_to?: "submitter" | "previous" | "any";
  /** Run all steps again, or come straight back here. */
  readonly after_return?: "again" | "resume";
  /** What happens when nobody decides in time. */
  readonly timeout?: Timeout;
}

/** Somebody completes the record. */
export interface FillInNode {
  /** Key of this kind. */
  readonly kind: "fill_in";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Who may do it; the first to submit does. */
  readonly people: readonly Who[];
  /** Access to fields in this step; what is not listed is read as far as the person's roles read it. */
  readonly fields?: Readonly<Record<string, NodeAccess>>;
  /** What happens when nobody acts in time. */
  readonly timeout?: Timeout;
}

/** Stores a new record. */
export interface CreateRecordNode {
  /** Key of this kind. */
  readonly kind: "create_record";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** What is created. */
  readonly entity: string;
  /** Values by field id; expressions see the flow's record. */
  readonly set: Readonly<Record<string, string>>;
  /** Detail lines made from the lines of the flow's record. */
  readonly lines?: CopiedLines;
  /** Name under which later steps know the result in expressions, `name.field`. */
  readonly as?: string;
}

/** Changes the flow's record, or one an earlier step knows. */
export interface UpdateRecordNode {
  /** Key of this kind. */
  readonly kind: "update_record";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Name of a record of an earlier step, or of a link of the record; without it the flow's record. */
  readonly target?: string;
  /** Values by field id. */
  readonly set: Readonly<Record<string, string>>;
}

/** Looks for records; the first one found is known as `as`. */
export interface FindRecordsNode {
  /** Key of this kind. */
  readonly kind: "find_records";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Where it looks. */
  readonly entity: string;
  /** Condition in names of the entity looked at; `flow.field` is the flow's record. */
  readonly where: string;
  /** Name under which later steps know the result in expressions, `name.field`. */
  readonly as: string;
}

/** Does steps once for each detail line of the record. */
export interface PerLineNode {
  /** Key of this kind. */
  readonly kind: "per_line";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Detail lines of the record. */
  readonly lines: string;
  /** Lines for which it is done; names of the line, `parent.name` of the record. */
  readonly when?: string;
  /** Steps without people or waiting, one after the other; expressions see the line. */
  readonly steps: readonly Node[];
}

/** Locks stock for every line, all or nothing; goes on by `error` where it is short. */
export interface ReserveStockNode {
  /** Key of this kind. */
  readonly kind: "reserve_stock";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Detail lines of the record; one movement per line. */
  readonly lines: string;
  /** Field of a line that links to the product. */
  readonly product: string;
  /** Field of a line with how many. */
  readonly quantity: string;
  /** Field of the record that links to the warehouse. */
  readonly warehouse: string;
}

/** Gives back what this record had locked and not shipped. */
export interface ReleaseStockNode {
  /** Key of this kind. */
  readonly kind: "release_stock";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
}

/** Takes what this record, or the record `order`, had locked out of stock. */
export interface ShipStockNode {
  /** Key of this kind. */
  readonly kind: "ship_stock";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Link of the record to the one that locked the stock; without it the record itself. */
  readonly order?: string;
}

/** Asks a decision table; its outputs are known as `as`. */
export interface DecideNode {
  /** Key of this kind. */
  readonly kind: "decide";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** The decision table. */
  readonly rule: string;
  /** Name under which later steps know the result in expressions, `name.field`. */
  readonly as: string;
}

/** Tells people, or an address of the record. */
export interface NotifyNode {
  /** Key of this kind. */
  readonly kind: "notify";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** People told. */
  readonly to?: readonly Who[];
  /** Address outside the installation, often a field of a link. */
  readonly email?: string;
  /** `zh` or `en` for an address outside; people get their own. */
  readonly language?: string;
  /** How; in_app without any. */
  readonly channels?: readonly ("in_app" | "email")[];
  /** What is said. */
  readonly template: string;
}

/** Asks another system to do something; repeated until it answers, always with the same key. */
export interface ConnectorActionNode {
  /** Key of this kind. */
  readonly kind: "connector_action";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** The other system. */
  readonly connector: string;
  /** What its kind offers, for example `order_shipped`. */
  readonly action: string;
  /** Values of the action by its names. */
  readonly input?: Readonly<Record<string, string>>;
  /** Name under which later steps know the result in expressions, `name.field`. */
  readonly as?: string;
}

/** Waits. */
export interface TimerNode {
  /** Key of this kind. */
  readonly kind: "timer";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** How long, ISO 8601. */
  readonly after?: string;
  /** Until when. */
  readonly until?: string;
}

/** Runs another flow on a record and waits for its end. */
export interface SubFlowNode {
  /** Key of this kind. */
  readonly kind: "sub_flow";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** The other flow. */
  readonly flow: string;
  /** Name of a record of an earlier step, or of a link; without it the flow's record. */
  readonly target?: string;
  /** Go on only when it has ended. */
  readonly wait?: boolean;
}

/** The flow ends here. */
export interface EndNode {
  /** Key of this kind. */
  readonly kind: "end";
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** How it ended. */
  readonly outcome?: "completed" | "rejected" | "cancelled";
}

/** One figure, with what it was before and its course. */
export interface NumberChart {
  /** Key of this kind. */
  readonly kind: "number";
  /** Id of the figure. */
  readonly value: string;
  /** Id of the date dimension whose course is drawn. */
  readonly trend?: string;
  /** Which way is good. */
  readonly good?: "up" | "down" | "neither";
}

/** Rows and figures, with totals. */
export interface TableChart {
  /** Key of this kind. */
  readonly kind: "table";
  /** Id of the dimension that goes across. */
  readonly columns?: string;
}

/** Bars side by side or stacked. */
export interface BarChart {
  /** Key of this kind. */
  readonly kind: "bar";
  /** Id of the dimension along the axis. */
  readonly x: string;
  /** Ids of figures. */
  readonly y: readonly string[];
  /** Id of the dimension told apart by colour. */
  readonly color?: string;
  /** Beside each other, on each other, or as shares of 100 %. */
  readonly stack?: "none" | "stacked" | "share";
  /** Bars lie. */
  readonly horizontal?: boolean;
  /** Write figures beside the marks. */
  readonly labels?: boolean;
}

/** A course, as a line or filled. */
export interface LineChart {
  /** Key of this kind. */
  readonly kind: "line";
  /** Id of the dimension along the axis. */
  readonly x: string;
  /** Ids of figures. */
  readonly y: readonly string[];
  /** Id of the dimension told apart by colour. */
  readonly color?: string;
  /** Filled. */
  readonly area?: boolean;
  /** On each other. */
  readonly stack?: boolean;
  /** Rounded. */
  readonly smooth?: boolean;
  /** Write figures beside the marks. */
  readonly labels?: boolean;
}

/** Shares of a whole. */
export interface PieChart {
  /** Key of this kind. */
  readonly kind: "pie";
  /** Id of the dimension. */
  readonly by: string;
  /** Id of the figure. */
  readonly value: string;
  /** With a hole that holds the total. */
  readonly ring?: boolean;
  /** Write figures beside the marks. */
  readonly labels?: boolean;
}

/** Several figures of a few members, each on its own axis. */
export interface RadarChart {
  /** Key of this kind. */
  readonly kind: "radar";
  /** Id of the dimension whose members are drawn. */
  readonly by: string;
  /** Ids of figures. */
  readonly axes: readonly string[];
}

/** Stages that become fewer: several figures, or one figure by a dimension. */
export interface FunnelChart {
  /** Key of this kind. */
  readonly kind: "funnel";
  /** Ids of figures in order. */
  readonly stages?: readonly string[];
  /** Id of the dimension of stages. */
  readonly by?: string;
  /** Id of the figure by stage. */
  readonly value?: string;
}

/** Provinces coloured by a figure. */
export interface ChinaMapChart {
  /** Key of this kind. */
  readonly kind: "china_map";
  /** Id of the dimension with province names. */
  readonly province: string;
  /** Id of the figure. */
  readonly value: string;
  /** Equal tiles instead of borders. */
  readonly tiles?: boolean;
}

/** A view, a dashboard, a page, or a group of items. */
export interface NavigationItem {
  /** View opened by this item. */
  readonly view?: string;
  /** Dashboard opened by this item. */
  readonly dashboard?: string;
  /** Page opened by this item. */
  readonly page?: string;
  /** Heading of a group of items. */
  readonly group?: Label;
  /** Name of an icon of the design system. */
  readonly icon?: string;
  /** Items of the group. */
  readonly items?: readonly NavigationItem[];
}

/** One published application; owns all other documents. */
export interface App {
  /** Kind and version of this document. */
  readonly schema: "tongdao/app/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Version of the app as its authors count it. */
  readonly version: string;
  /** What the app is for. */
  readonly description?: Label;
  /** Name of an icon of the design system. */
  readonly icon?: string;
  /** Accent colour of the app. */
  readonly color?: string;
  /** Languages the app is written in, the first is the fallback. */
  readonly languages: readonly ("zh" | "en")[];
  /** IANA time zone name of the app's days. */
  readonly timezone?: string;
  /** Default currency, ISO 4217. */
  readonly currency?: string;
  /** First day of a week in reports. */
  readonly week_start?: "monday" | "sunday";
  /** Month in which the fiscal year begins. */
  readonly fiscal_month?: number;
  /** What the app offers, in order. */
  readonly navigation?: readonly NavigationItem[];
}

/** One choice of an option list. */
export interface Choice {
  /** Stored and used in expressions; immutable. */
  readonly value: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Colour of its tag. */
  readonly color?: "default" | "blue" | "green" | "gold" | "orange" | "red" | "purple" | "cyan" | "magenta" | "grey";
  /** Kept on old records, not offered for new ones. */
  readonly retired?: boolean;
  /** Values of former choices that became this one; records that have one of them get this one's. */
  readonly merged?: readonly string[];
}

/** A shared option list. */
export interface Options {
  /** Kind and version of this document. */
  readonly schema: "tongdao/options/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Choices in order. */
  readonly choices: readonly Choice[];
}

/** A condition over one record and its detail lines. */
export interface Check {
  /** Immutable id. */
  readonly id: string;
  /** True for a good record. */
  readonly expression: string;
  /** What the author says when it fails. */
  readonly message: Label;
  /** Where the message is shown. */
  readonly field?: string;
}

/** Combination of fields that occurs once; blanks do not collide. */
export interface Unique {
  /** Immutable id. */
  readonly id: string;
  /** Fields that together occur once. */
  readonly fields: readonly string[];
  /** What the author says when it is broken. */
  readonly message?: Label;
}

/** Fields of a stock balance; product and warehouse together are unique, reserved never exceeds on hand. */
export interface StockFields {
  /** Link to the product. */
  readonly product: string;
  /** Link to the warehouse. */
  readonly warehouse: string;
  /** Whole number in the warehouse. */
  readonly on_hand: string;
  /** Whole number locked; changed by steps only. */
  readonly reserved: string;
}

/** A kind of record. */
export interface Entity {
  /** Kind and version of this document. */
  readonly schema: "tongdao/entity/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** What a record stands for. */
  readonly description?: Label;
  /** Name of an icon of the design system. */
  readonly icon?: string;
  /** Field whose value names a record. */
  readonly title?: string;
  /** Fields the search box looks into; without any, the title. */
  readonly search?: readonly string[];
  /** Fields that tell records apart in short, in inboxes and notifications. */
  readonly summary?: readonly string[];
  /** Attributes in order. */
  readonly fields: readonly Field[];
  /** Conditions every saved record meets. */
  readonly checks?: readonly Check[];
  /** Combinations of fields that occur once. */
  readonly unique?: readonly Unique[];
  /** Marks records as stock balances that steps reserve from. */
  readonly stock?: StockFields;
}

/** Part of a form. */
export interface Section {
  /** Immutable id. */
  readonly id: string;
  /** Heading; without one the section has none. */
  readonly label?: Label;
  /** Text under the heading. */
  readonly help?: Label;
  /** Columns of this section; without, those of the form. */
  readonly columns?: number;
  /** Shown while true. */
  readonly show?: string;
  /** Widgets in order. */
  readonly items: readonly FormItem[];
}

/** A widget: one field on a form, with its behaviours. */
export interface FormItem {
  /** Field entered here. */
  readonly field: string;
  /** Columns taken. */
  readonly span?: number;
  /** Shown while true. */
  readonly show?: string;
  /** Must be filled while true. */
  readonly require?: string;
  /** Cannot be changed while true. */
  readonly lock?: string;
  /** Of a choice, the values that may be chosen now, as list; blank means all of them. */
  readonly choices?: string;
  /** Of a link, a condition over the records that may be chosen now; `record` leads to the one being entered. */
  readonly candidates?: string;
}

/** Screen to enter and show one record: layout only; behaviour by expression. */
export interface Form {
  /** Kind and version of this document. */
  readonly schema: "tongdao/form/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Entity this form enters. */
  readonly entity: string;
  /** Columns of the grid. */
  readonly columns?: number;
  /** Sections below each other, as tabs, or as steps filled in one after the other. */
  readonly arrangement?: "page" | "tabs" | "steps";
  /** Sections in order. */
  readonly layout: readonly Section[];
}

/** One column of a list. */
export interface Column {
  /** Field shown. */
  readonly field: string;
  /** Width in pixels. */
  readonly width?: number;
}

/** A field whose values rows are gathered under. */
export interface Group {
  /** Field whose values make the groups. */
  readonly field: string;
  /** Part of a date that makes the groups; without one, the day. */
  readonly grain?: "year" | "quarter" | "month" | "week" | "day";
  /** Largest value first. */
  readonly descending?: boolean;
}

/** A colour for records of which something is true. */
export interface ColorRule {
  /** Records for which this is true. */
  readonly when: string;
  /** A colour of the design system. */
  readonly color: "blue" | "green" | "gold" | "orange" | "red" | "purple" | "cyan" | "magenta" | "grey";
  /** The column that is coloured; without one the whole record. */
  readonly field?: string;
}

/** Records as cards in lanes. */
export interface Kanban {
  /** Choice, person or link field whose values are the lanes. */
  readonly lane: string;
}

/** Records on their days. */
export interface Calendar {
  /** Day a record begins on. */
  readonly start: string;
  /** Last day of a record; without one it has a single day. */
  readonly end?: string;
}

/** Records as pictures. */
export interface Gallery {
  /** Attachment field whose first picture is shown. */
  readonly picture?: string;
}

/** Saved way to list records. */
export interface View {
  /** Kind and version of this document. */
  readonly schema: "tongdao/view/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Entity whose records are listed. */
  readonly entity: string;
  /** How records are shown: rows, lanes of cards, days, or pictures. */
  readonly kind?: "grid" | "kanban" | "calendar" | "gallery";
  /** Name of an icon of the design system. */
  readonly icon?: string;
  /** Form opened from the list; without one, the first form of the entity. */
  readonly form?: string;
  /** Columns in order. */
  readonly columns: readonly Column[];
  /** Records for which this is true. */
  readonly filter?: string;
  /** Conditions all met by listed records. */
  readonly conditions?: readonly Condition[];
  /** Sort keys in order. */
  readonly sort?: readonly Sort[];
  /** Fields whose values rows are gathered under, the outermost first. */
  readonly groups?: readonly Group[];
  /** Colours of rows or values; of several that fit, the first counts. */
  readonly colors?: readonly ColorRule[];
  /** Lanes, for the kind kanban. */
  readonly kanban?: Kanban;
  /** Days, for the kind calendar. */
  readonly calendar?: Calendar;
  /** Pictures, for the kind gallery. */
  readonly gallery?: Gallery;
}

/** Rights on one entity. */
export interface EntityPermission {
  /** The entity the rights are for. */
  readonly entity: string;
  /** Whether, or for which records, records are seen. */
  readonly read?: boolean | string;
  /** Whether, or with which values, records are created. */
  readonly create?: boolean | string;
  /** Whether, or which records, may be changed; holds before and after the change. */
  readonly update?: boolean | string;
  /** Whether, or which records, may be deleted. */
  readonly delete?: boolean | string;
  /** May take lists out as files. */
  readonly exports?: boolean;
  /** May bring files in. */
  readonly imports?: boolean;
  /** Access to fields not listed. */
  readonly other_fields?: FieldAccess;
  /** Access per field id. */
  readonly fields?: Readonly<Record<string, FieldAccess>>;
}

/** Delegated design of one document. */
export interface DesignPermission {
  /** Document that may be designed; an app covers all in it. */
  readonly document: string;
  /** How far changes may go. */
  readonly effect: "propose" | "publish";
}

/** Named group of rights. Default is nothing. */
export interface Role {
  /** Kind and version of this document. */
  readonly schema: "tongdao/role/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Who has this role. */
  readonly description?: Label;
  /** Rights per entity; what is not listed is denied. */
  readonly entities?: readonly EntityPermission[];
  /** Views offered; without any, all of readable entities. */
  readonly views?: readonly string[];
  /** Dashboards offered; figures hold only what the role may read. */
  readonly dashboards?: readonly string[];
  /** Pages offered; blocks show only what the role may see. */
  readonly pages?: readonly string[];
  /** May ask questions of its own over what it may read. */
  readonly explore?: boolean;
  /** What this role may design, and up to what effect. */
  readonly design?: readonly DesignPermission[];
  /** Parts of the installation this role runs. */
  readonly administer?: readonly ("people" | "roles" | "tokens" | "audit" | "data" | "flows" | "connectors" | "apps")[];
}

/** A column of conditions. */
export interface RuleInput {
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** What is looked at. */
  readonly expression: string;
}

/** A permitted result; earlier ones have priority. */
export interface RuleValue {
  /** The result. */
  readonly value: string;
  /** Shown name per language. */
  readonly label?: Label;
}

/** A column of results. */
export interface RuleOutput {
  /** Immutable id. */
  readonly id: string;
  /** Name of the result in expressions. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Kind of the result. */
  readonly result: "text" | "number" | "boolean" | "date";
  /** Permitted results, most important first. */
  readonly values?: readonly RuleValue[];
  /** Expression of the result when no row matches. */
  readonly default?: string;
}

/** A row: all conditions met give its results. */
export interface RuleRow {
  /** Immutable id. */
  readonly id: string;
  /** One cell per input: empty for anything, `>= 0.25`, `[1..5]`, `"a", "b"`, `not(…)`, or a value. */
  readonly when: readonly string[];
  /** One cell per output: an expression of a value. */
  readonly then: readonly string[];
  /** Why this row is there. */
  readonly note?: Label;
}

/** Values to try the table with, as people write them. */
export interface RuleExample {
  /** Values by the names that the table looks at. */
  readonly values: Readonly<Record<string, string>>;
}

/** A decision table. */
export interface Rule {
  /** Kind and version of this document. */
  readonly schema: "tongdao/rule/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** What it is for. */
  readonly description?: Label;
  /** Whose fields the inputs name. */
  readonly entity: string;
  /** Which of several matching rows counts, as in DMN. */
  readonly hit?: "first" | "unique" | "any" | "priority" | "collect" | "rule_order" | "output_order";
  /** What `collect` makes of the rows. */
  readonly aggregate?: "list" | "sum" | "minimum" | "maximum" | "count";
  /** Columns of conditions. */
  readonly inputs: readonly RuleInput[];
  /** Columns of results. */
  readonly outputs: readonly RuleOutput[];
  /** In order. */
  readonly rows: readonly RuleRow[];
  /** Cases the table is tried with while it is designed. */
  readonly examples?: readonly RuleExample[];
}

/** A connection from one node to the next. */
export interface Edge {
  /** Id of a node, or `trigger`. */
  readonly from: string;
  /** Id of a node, or `end`. */
  readonly to: string;
  /** Id of the branch of a condition it belongs to. */
  readonly branch?: string;
  /** Which outcome of the node it belongs to. */
  readonly on?: "done" | "approved" | "rejected" | "error" | "timeout";
}

/** Definition of a process: a graph of nodes that a trigger starts. */
export interface Flow {
  /** Kind and version of this document. */
  readonly schema: "tongdao/flow/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** What it is for. */
  readonly description?: Label;
  /** What starts it. */
  readonly trigger: Trigger;
  /** Whose rights its steps have: who started it, or the flow's own. */
  readonly run_as?: "caller" | "owner";
  /** Rights of its own, for `owner`. */
  readonly roles?: readonly string[];
  /** Whether the trigger is listened to. */
  readonly enabled?: boolean;
  /** Also run for records that were brought in by an import. */
  readonly on_import?: boolean;
  /** Steps in no particular order. */
  readonly nodes: readonly Node[];
  /** Connections. */
  readonly edges: readonly Edge[];
}

/** What a message says; subject and body are templates per language. */
export interface Template {
  /** Kind and version of this document. */
  readonly schema: "tongdao/template/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** What it is for. */
  readonly description?: Label;
  /** Entity whose record it speaks of. */
  readonly entity: string;
  /** Heading, a sandboxed Jinja template: {{ record.no }}. */
  readonly subject: Label;
  /** Text, a sandboxed Jinja template per language. */
  readonly body: Readonly<Record<string, string>>;
}

/** How buyers become customers: by external id, then phone, then e-mail; else a new one. */
export interface ShopCustomers {
  /** Customer entity. */
  readonly entity: string;
  /** Link of the order to the customer. */
  readonly field: string;
  /** Field compared with the buyer's phone. */
  readonly phone?: string;
  /** Field compared with the buyer's e-mail. */
  readonly email?: string;
  /** Values of a new customer by field id, from what the shop sends. */
  readonly set: Readonly<Record<string, string>>;
}

/** How order lines become detail lines. */
export interface ShopLines {
  /** Detail lines of the order. */
  readonly field: string;
  /** Field of a line that links to the product. */
  readonly product: string;
  /** Field of the product that holds the SKU. */
  readonly sku: string;
  /** Values of a line by field id. */
  readonly set: Readonly<Record<string, string>>;
}

/** How orders of the shop become records. */
export interface ShopOrders {
  /** Order entity. */
  readonly entity: string;
  /** Field with the shop's order number. */
  readonly key: string;
  /** Values of a new order by field id, from what the shop sends. */
  readonly set: Readonly<Record<string, string>>;
  /** Values written again when the shop changes the order. */
  readonly update?: Readonly<Record<string, string>>;
  /** How buyers become customers. */
  readonly customers?: ShopCustomers;
  /** How order lines become detail lines. */
  readonly lines: ShopLines;
}

/** An outside system; its address and secrets are settings of the installation, not of the app. */
export interface Connector {
  /** Kind and version of this document. */
  readonly schema: "tongdao/connector/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** What it is for. */
  readonly description?: Label;
  /** Key of the connector kind. */
  readonly kind: "woocommerce";
  /** Rights it acts with. */
  readonly roles?: readonly string[];
  /** How orders of the shop become records. */
  readonly orders?: ShopOrders;
}

/** The way down from the members of a dimension, level by level. */
export interface DrillPath {
  /** Id of the dimension of the question it starts at. */
  readonly dimension: string;
  /** What takes the dimension's place, level by level, within the member that was chosen. */
  readonly steps: readonly QueryDimension[];
}

/** A question and its picture. */
export interface Report {
  /** Kind and version of this document. */
  readonly schema: "tongdao/report/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** What it is for. */
  readonly description?: Label;
  /** The question. */
  readonly query: Query;
  /** The picture. */
  readonly chart: Chart;
  /** Set ways down from members of its dimensions; further ones are free to whoever may explore. */
  readonly drill?: readonly DrillPath[];
  /** Where the definition of its figures comes from. */
  readonly source?: Label;
}

/** A filter over several tiles. */
export interface DashboardFilter {
  /** Immutable id. */
  readonly id: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Fields it holds for; each tile is filtered where one of its dimensions or homes has one of them. */
  readonly fields: readonly string[];
  /** A period of time, or chosen members. */
  readonly kind?: "period" | "members";
  /** Preset operator. */
  readonly operator?: "last" | "this" | "previous" | "to_date" | "between" | "in";
  /** Preset value. */
  readonly value?: unknown;
  /** How many units. */
  readonly n?: number;
  /** Unit of the preset period. */
  readonly unit?: "year" | "quarter" | "month" | "week" | "day";
}

/** A place on the board. */
export interface Tile {
  /** Immutable id. */
  readonly id: string;
  /** Report shown. */
  readonly report?: string;
  /** Heading; without it that of the report. */
  readonly label?: Label;
  /** Words shown instead of a report. */
  readonly text?: Label;
  /** Column of 24. */
  readonly x: number;
  /** Row. */
  readonly y: number;
  /** Width of 24. */
  readonly w: number;
  /** Height in rows. */
  readonly h: number;
  /** Choosing a member filters the other tiles. */
  readonly cross_filter?: boolean;
}

/** A board of reports with filters. */
export interface Dashboard {
  /** Kind and version of this document. */
  readonly schema: "tongdao/dashboard/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** What it is for. */
  readonly description?: Label;
  /** Name of an icon of the design system. */
  readonly icon?: string;
  /** Seconds between refreshes; without it, on change. */
  readonly refresh?: number;
  /** Filters over all tiles that know the field. */
  readonly filters?: readonly DashboardFilter[];
  /** In reading order. */
  readonly tiles: readonly Tile[];
}

/** A place on the page. */
export interface Block {
  /** Immutable id. */
  readonly id: string;
  /** What it shows: records of a view, entry of a new record, a report, words, or buttons. */
  readonly kind: "list" | "form" | "chart" | "text" | "buttons";
  /** Heading; without it that of what is shown. */
  readonly label?: Label;
  /** View whose records are listed. */
  readonly view?: string;
  /** Form by which a record is entered. */
  readonly form?: string;
  /** Report shown. */
  readonly report?: string;
  /** Words, with headings, lists, bold and links written as in Markdown. */
  readonly text?: Readonly<Record<string, string>>;
  /** Buttons in order. */
  readonly buttons?: readonly PageButton[];
  /** Column of 24. */
  readonly x: number;
  /** Row. */
  readonly y: number;
  /** Width of 24. */
  readonly w: number;
  /** Height in rows. */
  readonly h: number;
}

/** Leads somewhere; exactly one of view, page, dashboard, form and link. */
export interface PageButton {
  /** Immutable id. */
  readonly id: string;
  /** Words on the button; without them the name of what it leads to. */
  readonly label?: Label;
  /** Name of an icon of the design system. */
  readonly icon?: string;
  /** Whether it stands out. */
  readonly primary?: boolean;
  /** View opened. */
  readonly view?: string;
  /** Page opened. */
  readonly page?: string;
  /** Dashboard opened. */
  readonly dashboard?: string;
  /** Form opened for a new record. */
  readonly form?: string;
  /** Address on the web. */
  readonly link?: string;
}

/** Blocks of lists, forms, charts, words and buttons on one screen. */
export interface Page {
  /** Kind and version of this document. */
  readonly schema: "tongdao/page/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** What it is for. */
  readonly description?: Label;
  /** Name of an icon of the design system. */
  readonly icon?: string;
  /** In reading order. */
  readonly blocks: readonly Block[];
}

/** One file and its mapping. */
export interface SeedFile {
  /** Path below the app folder. */
  readonly file: string;
  /** How columns become fields. */
  readonly mapping: ImportMapping;
}

/** How the columns of a sheet become fields of an entity. */
export interface ImportMapping {
  /** Entity the rows become records of. */
  readonly entity: string;
  /** What happens to rows whose key exists. */
  readonly mode?: "create" | "update" | "upsert";
  /** Names of the fields that identify a record; rows with one key and detail columns form one record. */
  readonly key?: readonly string[];
  /** Columns used; others are left out. */
  readonly columns: readonly ImportColumn[];
}

/** One column and its field. */
export interface ImportColumn {
  /** Header text in the file. */
  readonly column: string;
  /** Name of the field, or `lines.name` for a field of detail lines. */
  readonly field: string;
  /** For links: name of the field of the linked entity that is compared. */
  readonly match?: string;
  /** For links: create a linked record when none matches. */
  readonly create_missing?: boolean;
}

/** Data that comes with an app, brought in by the importer. */
export interface Seed {
  /** Kind and version of this document. */
  readonly schema: "tongdao/seed/1";
  /** Immutable id. */
  readonly id: string;
  /** Unique among documents of this kind. */
  readonly name: string;
  /** Shown name per language. */
  readonly label: Label;
  /** Day of the data that becomes today when loaded; without it, dates stay as they are. */
  readonly anchor_date?: string;
  /** Files in the order of loading. */
  readonly files?: readonly SeedFile[];
  /** File of departments, heads by login: code, name_zh, name_en, parent, head. */
  readonly departments?: string;
  /** File of people: login, name_zh, name_en, email, roles, department, superior. */
  readonly people?: string;
}

export type Trigger = RecordCreatedTrigger | RecordChangedTrigger | ThresholdTrigger | ShopEventTrigger | ScheduleTrigger | ButtonTrigger;

export type Node = ConditionNode | ParallelNode | JoinNode | ApprovalNode | FillInNode | CreateRecordNode | UpdateRecordNode | FindRecordsNode | PerLineNode | ReserveStockNode | ReleaseStockNode | ShipStockNode | DecideNode | NotifyNode | ConnectorActionNode | TimerNode | SubFlowNode | EndNode;

export type Chart = NumberChart | TableChart | BarChart | LineChart | PieChart | RadarChart | FunnelChart | ChinaMapChart;

export type FieldType = "text" | "long_text" | "integer" | "decimal" | "money" | "percent" | "switch" | "choice" | "multi_choice" | "date" | "datetime" | "email" | "phone" | "url" | "person" | "attachment" | "sequence" | "link" | "lookup" | "rollup" | "formula" | "lines";

export type Field =
  | (FieldCommon & { readonly type: "text"; readonly options?: TextOptions })
  | (FieldCommon & { readonly type: "long_text"; readonly options?: LongTextOptions })
  | (FieldCommon & { readonly type: "integer"; readonly options?: IntegerOptions })
  | (FieldCommon & { readonly type: "decimal"; readonly options?: DecimalOptions })
  | (FieldCommon & { readonly type: "money"; readonly options?: MoneyOptions })
  | (FieldCommon & { readonly type: "percent"; readonly options?: PercentOptions })
  | (FieldCommon & { readonly type: "switch"; readonly options?: SwitchOptions })
  | (FieldCommon & { readonly type: "choice"; readonly options: ChoiceOptions })
  | (FieldCommon & { readonly type: "multi_choice"; readonly options: MultiChoiceOptions })
  | (FieldCommon & { readonly type: "date"; readonly options?: DateOptions })
  | (FieldCommon & { readonly type: "datetime"; readonly options?: DatetimeOptions })
  | (FieldCommon & { readonly type: "email"; readonly options?: EmailOptions })
  | (FieldCommon & { readonly type: "phone"; readonly options?: PhoneOptions })
  | (FieldCommon & { readonly type: "url"; readonly options?: UrlOptions })
  | (FieldCommon & { readonly type: "person"; readonly options?: PersonOptions })
  | (FieldCommon & { readonly type: "attachment"; readonly options?: AttachmentOptions })
  | (FieldCommon & { readonly type: "sequence"; readonly options: SequenceOptions })
  | (FieldCommon & { readonly type: "link"; readonly options: LinkOptions })
  | (FieldCommon & { readonly type: "lookup"; readonly options: LookupOptions })
  | (FieldCommon & { readonly type: "rollup"; readonly options: RollupOptions })
  | (FieldCommon & { readonly type: "formula"; readonly options: FormulaOptions })
  | (FieldCommon & { readonly type: "lines"; readonly options: LinesOptions });
