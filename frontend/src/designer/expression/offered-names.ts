/** The names an expression can use where it stands, each with what it is called and what kind of value it gives. */
import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import { translator } from '@/core/i18n/translator'
import type { Entity, Field, FieldType } from '@/generated/metadata'

import { entityWithId, listWithId, type Documented } from '../drafting/draft'

export interface OfferedChoice {
  readonly value: string
  readonly label: string
}

export interface OfferedName {
  /** As expressions write it, a dotted path such as `customer.level`. */
  readonly name: string
  /** What it is called, in the reader's language; of a path, what its steps are called. */
  readonly label: string
  readonly type: FieldType
  /** Under what it is listed; without one among the first. */
  readonly group?: string
  readonly choices?: readonly OfferedChoice[]
  /** What each step of a path is called; one without a path is called by its label. */
  readonly steps?: readonly string[]
  /** Of a link, the name of the entity it leads to. */
  readonly target?: string
  /** Whether it gives a list of values, as columns of detail lines do. */
  readonly isMany?: boolean
}

const RESULTS = { text: 'text', integer: 'integer', decimal: 'decimal', money: 'money', percent: 'percent', boolean: 'switch', date: 'date', datetime: 'datetime' } as const
const SYSTEM = { created_at: 'datetime', created_by: 'person', modified_at: 'datetime', modified_by: 'person' } as const
// Lookups of lookups end somewhere.
const DEPTH = 8

/** The names of a record of an entity; inside detail lines, those of a line and of the record it belongs to. */
export function offeredNames(draft: Documented, entity: Entity, locale: Locale, lines?: Field): OfferedName[] {
  if (lines?.type === 'lines') return namesOfLine(draft, entity, lines, locale)
  return [...namesOfFields(draft, entity.fields, locale), ...systemNames()]
}

/** The names of a condition over the records a link may lead to: those of the candidate, and of the record at hand. */
export function candidateNames(draft: Documented, linked: Entity, entity: Entity, locale: Locale): OfferedName[] {
  const group = translator.t('forms:candidates.record')
  const own = entity.fields.filter(({ type }) => type !== 'lines').map((field) => beneath('record', group, offered(draft, field, locale), group))
  return [...offeredNames(draft, linked, locale), ...own]
}

function namesOfLine(draft: Documented, entity: Entity, lines: Extract<Field, { type: 'lines' }>, locale: Locale): OfferedName[] {
  const columns = namesOfFields(draft, lines.options.fields, locale)
  const group = text(entity.label, locale, entity.name)
  const parent = entity.fields.filter(({ id }) => id !== lines.id).map((field) => beneath('parent', group, offered(draft, field, locale), group))
  return [...columns, ...parent]
}

function namesOfFields(draft: Documented, fields: readonly Field[], locale: Locale): OfferedName[] {
  const own = fields.map((field) => offered(draft, field, locale))
  return [...own, ...fields.flatMap((field) => namesBehind(draft, field, locale))]
}

/** One step further: fields of a linked record, columns of detail lines. */
function namesBehind(draft: Documented, field: Field, locale: Locale): OfferedName[] {
  const label = text(field.label, locale, field.name)
  if (field.type === 'lines') {
    return field.options.fields.map((column) => ({ ...beneath(field.name, label, offered(draft, column, locale), label), isMany: true }))
  }
  const linked = field.type === 'link' ? entityWithId(draft, field.options.entity) : undefined
  return (linked?.fields ?? []).filter(({ type }) => type !== 'lines').map((each) => beneath(field.name, label, offered(draft, each, locale), label))
}

function beneath(name: string, label: string, own: OfferedName, group: string): OfferedName {
  return { ...own, name: `${name}.${own.name}`, label: `${label}.${own.label}`, steps: [label, own.label], group }
}

function offered(draft: Documented, field: Field, locale: Locale): OfferedName {
  const shown = shownField(draft, field)
  const list = shown.type === 'choice' || shown.type === 'multi_choice' ? listWithId(draft, shown.options.list) : undefined
  const target = shown.type === 'link' ? entityWithId(draft, shown.options.entity)?.name : undefined
  return {
    name: field.name,
    label: text(field.label, locale, field.name),
    type: shown.type === 'formula' ? RESULTS[shown.options.result] : shown.type === 'rollup' ? 'decimal' : shown.type,
    ...(list && { choices: list.choices.map(({ value, label }) => ({ value, label: text(label, locale, value) })) }),
    ...(target !== undefined && { target }),
    ...(shown.type === 'lines' && { isMany: true }),
  }
}

/** A lookup is as the field it shows. */
function shownField(draft: Documented, field: Field, depth = DEPTH): Field {
  if (field.type !== 'lookup' || depth === 0) return field
  const entities = Object.entries(draft.documents).filter(([file]) => file.startsWith('entities/'))
  const fields = entities.flatMap(([, document]) => (document as Entity).fields)
  const shown = fields.find(({ id }) => id === field.options.field)
  return shown === undefined ? field : shownField(draft, shown, depth - 1)
}

function systemNames(): OfferedName[] {
  const group = translator.t('expressions:system')
  return Object.entries(SYSTEM).map(([name, type]) => ({ name, type, label: translator.t(`expressions:system.${name}`), group }))
}
