/** What a form consists of for one person: its sections and items with their fields and access, and its formulas. */
import type { Entity, Field, FieldAccess, Form, FormItem, Label, Section } from '@/generated/metadata'

import { isComputed, isLinesField } from './entry'
import { orderedFormulas, type Formula } from './formulas'

export interface PlannedItem {
  readonly field: Field
  readonly access: Exclude<FieldAccess, 'hidden'>
  /** Columns taken. */
  readonly span: number
  readonly show?: string
  readonly require?: string
  readonly lock?: string
  /** Of a choice, what may be chosen now. */
  readonly choices?: string
  /** Of a link, a condition over the records that may be chosen now. */
  readonly candidates?: string
}

export interface PlannedSection {
  readonly id: string
  readonly label?: Label
  readonly help?: Label
  readonly columns?: number
  readonly show?: string
  readonly items: readonly PlannedItem[]
}

/** Sections below each other, as tabs, or as steps filled in one after the other. */
export type Arrangement = NonNullable<Form['arrangement']>

export interface FormPlan {
  readonly entity: Entity
  /** Its name; without a form all fields stand in their order, and nothing is asked beyond the entity's own rules. */
  readonly form?: string
  readonly columns: number
  readonly arrangement: Arrangement
  readonly sections: readonly PlannedSection[]
  /** In the order in which they can be computed. */
  readonly formulas: readonly Formula[]
  /** Parsed expressions by their text. */
  readonly trees: Readonly<Record<string, unknown>>
}

interface PlanSources {
  readonly entity: Entity
  /** Without one, all fields stand in their order. */
  readonly form: Form | undefined
  /** By field name; a field that is not listed is not visible. */
  readonly access: Readonly<Record<string, FieldAccess>>
  readonly trees: Readonly<Record<string, unknown>>
}

const PLAIN_COLUMNS = 2
const WIDE_TYPES = new Set<Field['type']>(['lines', 'long_text'])

export function planForm({ entity, form, access, trees }: PlanSources): FormPlan {
  const columns = form?.columns ?? PLAIN_COLUMNS
  const sections = (form?.layout ?? [plainSection(entity)]).map((section) => planSection(section, entity, access, columns))
  return {
    entity,
    ...(form !== undefined && { form: form.name }),
    columns,
    arrangement: form?.arrangement ?? 'page',
    sections: sections.filter((section) => section.items.length > 0),
    formulas: orderedFormulas(entity, trees),
    trees,
  }
}

function plainSection(entity: Entity): Section {
  return { id: 'all', items: entity.fields.map(({ id }) => ({ field: id })) }
}

function planSection(section: Section, entity: Entity, access: PlanSources['access'], columns: number): PlannedSection {
  const { items, ...head } = section
  return { ...head, items: items.flatMap((item) => planItem(item, entity, access, section.columns ?? columns)) }
}

/** No item when the person may not know the field. */
function planItem(item: FormItem, entity: Entity, access: PlanSources['access'], columns: number): PlannedItem[] {
  const field = entity.fields.find(({ id }) => id === item.field)
  const granted = field && access[field.name]
  if (field === undefined || granted === undefined || granted === 'hidden') return []
  const span = Math.min(item.span ?? (WIDE_TYPES.has(field.type) ? columns : 1), columns)
  return [{ ...item, field, span, access: granted }]
}

/** Whether the person could ever enter the field here. */
export function isEnterable({ field, access }: Pick<PlannedItem, 'field' | 'access'>): boolean {
  return access === 'edit' && field.read_only !== true && !isComputed(field)
}

/** All items in reading order. */
export function itemsOf(plan: FormPlan): PlannedItem[] {
  return plan.sections.flatMap((section) => section.items)
}

/** The columns of a lines field that are entered by hand. */
export function enteredColumns(field: Field): Field[] {
  return isLinesField(field) ? field.options.fields.filter((column) => !isComputed(column) && column.read_only !== true) : []
}
