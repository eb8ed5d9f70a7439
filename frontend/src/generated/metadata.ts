// The document types. Generated from engine/metadata/schema by `make generate`; do not edit.

export type Label = Readonly<Record<string, string>>;

export type ConditionOperator = "is_empty" | "is_not_empty" | "equals" | "not_equals" | "contains" | "not_contains" | "starts_with" | "ends_with" | "less" | "less_or_equal" | "greater" | "greater_or_equal" | "between" | "in" | "not_in" | "in_last_days" | "in_next_days" | "this_month" | "this_year";

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
  readonly expression: string;
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

/** A view, or a group of items. */
export interface NavigationItem {
  /** View opened by this item. */
  readonly view?: string;
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
  /** Attributes in order. */
  readonly fields: readonly Field[];
  /** Conditions every saved record meets. */
  readonly checks?: readonly Check[];
  /** Combinations of fields that occur once. */
  readonly unique?: readonly Unique[];
}

/** Part of a form. */
export interface Section {
  /** Immutable id. */
  readonly id: string;
  /** Heading; without one the section has none. */
  readonly label?: Label;
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
  /** How records are shown. */
  readonly kind?: "grid";
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
  /** App, entity, form, view or role that may be designed; an app covers all in it. */
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
  /** What this role may design, and up to what effect. */
  readonly design?: readonly DesignPermission[];
  /** Parts of the installation this role runs. */
  readonly administer?: readonly ("people" | "roles" | "tokens" | "audit" | "data")[];
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
  /** csv of people to sign in as: login, name_zh, name_en, email, roles separated by spaces. */
  readonly people?: string;
}

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
