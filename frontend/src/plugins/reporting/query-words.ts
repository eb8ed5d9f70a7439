/** A question in words: what is counted, by what, under which conditions. */
import type { TFunction } from 'i18next'

import type { Locale } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import { fieldsOf } from '@/core/query/place'
import type { Entity, Field, Query, QueryDimension, QueryFilter, QueryMeasure } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'

export interface Wording {
  readonly t: TFunction
  readonly locale: Locale
  readonly definition: Definition
}

type Place = Pick<QueryFilter, 'home' | 'lines' | 'path' | 'field'>

/** Every field a person may know, those of detail lines included. */
export function fieldNamed(definition: Definition, id: string): Field | undefined {
  for (const entity of definition.entities) {
    for (const field of entity.fields) {
      if (field.id === id) return field
      const column = fieldsOf(entity, field.id).find((each) => each.id === id)
      if (column !== undefined) return column
    }
  }
  return undefined
}

function entityNamed(definition: Definition, id: string | undefined): Entity | undefined {
  return definition.entities.find((entity) => entity.id === id)
}

/** Entity, links and field, such as “Orders › Customer › City”. */
export function placeWords(place: Place, { t, locale, definition }: Wording): string {
  const steps = [...(place.path ?? []), ...(place.field === undefined ? [] : [place.field])]
  const names = steps.map((id) => text(fieldNamed(definition, id)?.label, locale) || systemWords(id, t))
  const home = text(entityNamed(definition, place.home)?.label, locale)
  const lines = place.lines === undefined ? '' : text(fieldNamed(definition, place.lines)?.label, locale)
  return [home, lines, ...names].filter((name) => name !== '').join(' › ')
}

function systemWords(id: string, t: TFunction): string {
  return t(`reports:system.${id}`, { defaultValue: id })
}

export function measureLabel(measure: QueryMeasure, wording: Wording): string {
  const { t, locale } = wording
  return text(measure.label, locale) || (measure.expression ?? t('reports:passport.of', { aggregate: t(`reports:aggregate.${measure.aggregate ?? 'count'}`), subject: placeWords(measure, wording) }))
}

/** How a figure comes about. */
export function measureWords(measure: QueryMeasure, wording: Wording): string {
  const { t } = wording
  if (measure.expression !== undefined) return `${t('reports:passport.computed')}: ${measure.expression}`
  const subject = measure.value === undefined ? placeWords(measure, wording) : `${placeWords({ ...measure, field: undefined as never }, wording)} · ${measure.value}`
  const words = t('reports:passport.of', { aggregate: t(`reports:aggregate.${measure.aggregate ?? 'count'}`), subject })
  return measure.where === undefined ? words : `${words}, ${t('reports:passport.where', { where: measure.where })}`
}

export function dimensionLabel(dimension: QueryDimension, { locale, definition }: Pick<Wording, 'locale' | 'definition'>): string {
  return text(dimension.label, locale) || text(fieldNamed(definition, dimension.field)?.label, locale, dimension.id)
}

export function dimensionWords(dimension: QueryDimension, query: Query, wording: Wording): string {
  const { t } = wording
  const home = dimension.home ?? query.measures[0]?.home
  const words = placeWords({ ...dimension, ...(home === undefined ? {} : { home }) }, wording)
  return dimension.grain === undefined ? words : `${words} (${t(`reports:grain.${dimension.grain}`)})`
}

export function filterWords(filter: QueryFilter, query: Query, wording: Wording): string {
  return `${filterSubject(filter, query, wording)} ${conditionWords(filter, wording)}`
}

export function filterSubject(filter: QueryFilter, query: Query, wording: Wording): string {
  const measure = query.measures.find(({ id }) => id === filter.measure)
  if (measure !== undefined) return measureLabel(measure, wording)
  const dimension = query.dimensions?.find(({ id }) => id === filter.dimension)
  return dimension === undefined ? placeWords(filter, wording) : dimensionLabel(dimension, wording)
}

/** What is compared, such as “last 3 months” or “equals 天猫”. */
export function conditionWords(filter: Omit<QueryFilter, 'dimension' | 'measure'>, { t }: Pick<Wording, 't'>): string {
  const { operator, n = 1, unit, value, complete } = filter
  if (['last', 'this', 'previous', 'next', 'to_date'].includes(operator)) {
    const words = t(`reports:period.${operator}`, { n, unit: t(`reports:grain.${unit ?? 'month'}`) })
    return complete === true ? `${words}${t('reports:period.complete')}` : words
  }
  const shown = Array.isArray(value) ? value.map(String).join(operator === 'between' ? ' – ' : ', ') : valueWords(value)
  return `${t(`list:operator.${operator}`)} ${shown}`.trim()
}

function valueWords(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
