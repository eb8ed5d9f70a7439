/** The chips of the shelves: a figure chooses how it is aggregated, a date by which period it is grouped. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { isDate, isNumeric } from '@/core/query/field-tree'
import { changed, openWays, seenOver, takeOff, type Placed, type ShelfName, type Shelves } from '@/core/query/shelves'
import type { Entity, QueryDimension, QueryMeasure } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { Chip, Shelf } from './shelf'

const NUMERIC_AGGREGATES = ['sum', 'average', 'minimum', 'maximum', 'count_distinct'] as const
const OTHER_AGGREGATES = ['count_distinct'] as const
const GRAINS = ['year', 'quarter', 'month', 'week', 'day'] as const

export interface ShelvesProps {
  readonly shelves: Shelves
  readonly onChange: (shelves: Shelves) => void
  /** Ids of what the server refused. */
  readonly refused: ReadonlySet<string>
}

type DimensionShelf = Extract<ShelfName, 'rows' | 'columns' | 'color'>

interface DimensionChipsProps extends ShelvesProps {
  readonly name: DimensionShelf
  readonly entities: readonly Entity[]
}

export function DimensionChips({ name, entities, shelves, onChange, refused }: DimensionChipsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const set = (at: number, part: QueryDimension) => onChange(changed(shelves, name, at, part))
  const grains = ({ pill, part }: Placed<QueryDimension>, at: number) =>
    isDate(pill.field) ? GRAINS.map((grain) => ({ key: grain, label: t(`reports:grain.${grain}`), onClick: () => set(at, { ...part, grain }) })) : []
  // Where several ways lead from another kind of record to this dimension, a person knows which is meant.
  const ways = ({ part }: Placed<QueryDimension>, at: number) =>
    openWays(entities, part, shelves.values.map((value) => value.part)).map((offered) => {
      const entity = entities.find(({ id }) => id === offered[0]?.home)
      return {
        key: entity?.id ?? '',
        type: 'group' as const,
        label: t('explore:ways', { entity: text(entity?.label, locale) }),
        children: offered.map((way) => ({
          key: way.field,
          label: text(entity?.fields.find(({ id }) => id === way.field)?.label, locale, way.field),
          onClick: () => set(at, seenOver(part, way)),
        })),
      }
    })
  const settings = (placed: Placed<QueryDimension>, at: number) => {
    const items = [...grains(placed, at), ...ways(placed, at)]
    return items.length === 0 ? undefined : items
  }
  return (
    <Shelf name={name}>
      {shelves[name].map((placed, at) => {
        const label = text(placed.part.label, locale, placed.part.id)
        const words = placed.part.grain === undefined ? label : `${label} · ${t(`reports:grain.${placed.part.grain}`)}`
        return <Chip key={placed.part.id} name={words} items={settings(placed, at)} isRefused={refused.has(placed.part.id)} onRemove={() => onChange(takeOff(shelves, name, at))} />
      })}
    </Shelf>
  )
}

export function MeasureChips({ shelves, onChange, refused }: ShelvesProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const aggregates = (placed: Placed<QueryMeasure>, at: number) => {
    const { field } = placed.pill
    if (field === null) return undefined
    const offered = isNumeric(field) && placed.pill.use === 'measure' ? NUMERIC_AGGREGATES : OTHER_AGGREGATES
    return offered.map((aggregate) => ({
      key: aggregate,
      label: t(`reports:aggregate.${aggregate}`),
      onClick: () => onChange(changed(shelves, 'values', at, { ...placed.part, aggregate })),
    }))
  }
  return (
    <Shelf name="values">
      {shelves.values.map((placed, at) => {
        const words = `${text(placed.part.label, locale, placed.part.id)} · ${t(`reports:aggregate.${placed.part.aggregate ?? 'count'}`)}`
        return <Chip key={placed.part.id} name={words} items={aggregates(placed, at)} isRefused={refused.has(placed.part.id)} onRemove={() => onChange(takeOff(shelves, 'values', at))} />
      })}
    </Shelf>
  )
}
