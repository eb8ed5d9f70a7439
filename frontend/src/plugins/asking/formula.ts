/** A figure that is computed: of other figures, or of every record; what can be named in it, and the figure it makes. */
import { text } from '@/core/i18n/text'
import type { Locale } from '@/core/i18n/locale'
import { freeId } from '@/core/query/field-tree'
import { lineFields } from '@/core/query/place'
import { idsOn, type Shelves } from '@/core/query/shelves'
import type { Entity, Label, NumberFormat, QueryMeasure } from '@/generated/metadata'

export type FormulaMode = 'figures' | 'records'

/** What is typed and chosen while a figure is made. */
export interface FormulaDraft {
  readonly mode: FormulaMode
  readonly label: Label
  readonly expression: string
  readonly home: string
  readonly lines: string
  readonly aggregate: NonNullable<QueryMeasure['aggregate']>
  readonly value: string
  readonly where: string
  readonly format: NumberFormat | undefined
}

/** A name that can stand in a formula, and what it is called. */
export interface FormulaName {
  readonly name: string
  readonly label: string
}

export function formulaDraft(shelves: Shelves, offered: readonly Entity[], measure: QueryMeasure | undefined): FormulaDraft {
  const first = measure?.home ?? shelves.values.find(({ home }) => home !== undefined)?.home ?? offered[0]?.id ?? ''
  return {
    mode: measure === undefined ? (shelves.values.length > 0 ? 'figures' : 'records') : measure.expression === undefined ? 'records' : 'figures',
    label: measure?.label ?? {},
    expression: measure?.expression ?? '',
    home: first,
    lines: measure?.lines ?? '',
    aggregate: measure?.aggregate ?? 'sum',
    value: measure?.value ?? '',
    where: measure?.where ?? '',
    format: measure?.format,
  }
}

/** Whether there is enough to keep. */
export function isComplete(draft: FormulaDraft, measure: QueryMeasure | undefined): boolean {
  return Object.keys(draft.label).length > 0 && isAskable(draft, measure)
}

/** Whether there is enough to ask. */
export function isAskable({ mode, expression, home, aggregate, value }: FormulaDraft, measure: QueryMeasure | undefined): boolean {
  if (mode === 'figures') return expression.trim() !== ''
  return home !== '' && (aggregate === 'count' || value.trim() !== '' || measure?.field !== undefined)
}

/** The figure a draft makes; one that is changed keeps its id and what cannot be set here. */
export function figureOf(draft: FormulaDraft, shelves: Shelves, measure: QueryMeasure | undefined): QueryMeasure {
  const { mode, label, expression, home, lines, aggregate, format } = draft
  const [value, where] = [draft.value.trim(), draft.where.trim()]
  const id = measure?.id ?? freeId(idOf(label), idsOn(shelves))
  const shared = { id, ...(Object.keys(label).length === 0 ? {} : { label }), ...(measure?.scale === undefined ? {} : { scale: measure.scale }), ...(format === undefined ? {} : { format }) }
  if (mode === 'figures') return { ...shared, expression: expression.trim() }
  const place = { home, ...(lines === '' ? {} : { lines }) }
  const conditions = { ...(where === '' ? {} : { where }), ...(measure?.date === undefined ? {} : { date: measure.date }) }
  if (value !== '') return { ...shared, ...place, aggregate: aggregate === 'count' ? 'sum' : aggregate, value, ...conditions }
  const field = measure?.field === undefined ? {} : { field: measure.field, ...(measure.path === undefined ? {} : { path: measure.path }) }
  return { ...shared, ...place, aggregate, ...field, ...conditions }
}

/** An id that can be written in formulas, from words in any script. */
export function idOf(label: Label): string {
  const [words = ''] = Object.values(label)
  const stem = words.normalize('NFKC').replaceAll(/[^\p{L}\p{N}_]+/gu, '_').replaceAll(/^_+|_+$/g, '')
  if (stem === '') return 'figure'
  return /^\p{N}/u.test(stem) ? `_${stem}` : stem
}

/** The figures on the shelf, except the one being made. */
export function figureNamesOn(shelves: Shelves, own: string | undefined, locale: Locale): readonly FormulaName[] {
  return shelves.values.filter(({ id }) => id !== own).map(({ id, label }) => ({ name: id, label: text(label, locale, id) }))
}

/** What can be aggregated: every entity, and its detail lines. */
export function homesOffered(entities: readonly Entity[], locale: Locale): readonly { readonly value: string; readonly label: string }[] {
  return entities.flatMap((entity) => {
    const name = text(entity.label, locale, entity.name)
    const lines = entity.fields.filter((field) => lineFields(field).length > 0)
    return [{ value: `${entity.id} `, label: name }, ...lines.map(({ id, label, name: own }) => ({ value: `${entity.id} ${id}`, label: `${name} › ${text(label, locale, own)}` }))]
  })
}
