/** The chips of all shelves, each with the settings one wants most often at hand. */
import type { MenuProps } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { relabelled } from '@/core/i18n/relabelled'
import { text } from '@/core/i18n/text'
import { isDate } from '@/core/query/field-tree'
import { fieldAt } from '@/core/query/field-tree'
import { changed, type GroupShelf } from '@/core/query/shelves'
import { openWays, seenOver } from '@/core/query/ways'
import type { QueryDimension, QueryMeasure } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { filterWords, measureWords, placeWords, type Wording } from '../reporting/query-words'
import { aggregatesOf } from './aggregates'
import { refusedIds } from './advice'
import { useAsking } from './asking-context'
import { Chip } from './chip'
import { Shelf } from './shelf'

export const GRAINS = ['year', 'quarter', 'month', 'week', 'day'] as const

export function useWording(): Wording {
  const { t } = useTranslation()
  const locale = useLocale()
  const { definition } = useAsking()
  return { t, locale, definition }
}

export function DimensionChips({ name }: { readonly name: GroupShelf }) {
  const { t } = useTranslation()
  const wording = useWording()
  const asking = useAsking()
  const { shelves, change } = asking
  const refused = refusedIds(asking)
  const itemsOf = useDimensionItems()
  const language = documentLanguage(wording.locale)
  return (
    <Shelf name={name} isEmpty={shelves[name].length === 0}>
      {shelves[name].map((part, at) => {
        const place = { shelf: name, at }
        const label = text(part.label, wording.locale, part.id)
        const set = (next: QueryDimension) => change(changed(shelves, place, next))
        return (
          <Chip
            key={part.id}
            place={place}
            part={part}
            name={label}
            words={part.grain === undefined ? label : `${label} · ${t(`reports:grain.${part.grain}`)}`}
            title={placeWords(part, wording)}
            items={itemsOf(part, set)}
            isRefused={refused.has(part.id)}
            onRename={(typed) => set({ ...part, label: relabelled(part.label, language, typed) })}
          />
        )
      })}
    </Shelf>
  )
}

/** The periods of a date, and of ways from other kinds of records the one that is meant. */
function useDimensionItems() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { definition, shelves } = useAsking()
  const { entities } = definition
  return (part: QueryDimension, set: (part: QueryDimension) => void): MenuProps['items'] => {
    const grains = isDate(fieldAt(entities, part) ?? null) ? GRAINS.map((grain) => ({ key: grain, label: t(`reports:grain.${grain}`), onClick: () => set({ ...part, grain }) })) : []
    const ways = openWays(entities, part, shelves.values).map((offered) => {
      const entity = entities.find(({ id }) => id === offered[0]?.home)
      return {
        key: entity?.id ?? '',
        type: 'group' as const,
        label: t('explore:ways', { entity: text(entity?.label, locale) }),
        children: offered.map((way) => ({
          key: way.field,
          label: text(entity?.fields.find(({ id }) => id === way.field)?.label, locale, way.field),
          onClick: () => set(seenOver(part, way)),
        })),
      }
    })
    return [...grains, ...ways]
  }
}

export function MeasureChips() {
  const { t } = useTranslation()
  const wording = useWording()
  const asking = useAsking()
  const { shelves, change, definition } = asking
  const refused = refusedIds(asking)
  const language = documentLanguage(wording.locale)
  return shelves.values.map((part, at) => {
    const place = { shelf: 'values' as const, at }
    const label = text(part.label, wording.locale, part.id)
    const set = (next: QueryMeasure) => change(changed(shelves, place, next))
    const items = aggregatesOf(definition.entities, part).map((aggregate) => ({
      key: aggregate,
      label: t(`reports:aggregate.${aggregate}`),
      onClick: () => set({ ...part, aggregate }),
    }))
    return (
      <Chip
        key={part.id}
        place={place}
        part={part}
        name={label}
        words={part.expression === undefined ? `${label} · ${t(`reports:aggregate.${part.aggregate ?? 'count'}`)}` : `ƒ ${label}`}
        title={measureWords(part, wording)}
        items={items}
        isRefused={refused.has(part.id)}
        isHidden={shelves.hidden.includes(part.id)}
        onRename={(typed) => set({ ...part, label: relabelled(part.label, language, typed) })}
      />
    )
  })
}

export function FilterChips() {
  const wording = useWording()
  const { shelves, asked } = useAsking()
  const query = asked?.query ?? { measures: shelves.values }
  return (
    <Shelf name="filters" isEmpty={shelves.filters.length === 0}>
      {shelves.filters.map((part, at) => {
        const words = filterWords(part, query, wording)
        return <Chip key={words} place={{ shelf: 'filters', at }} part={part} name={words} title={placeWords(part, wording)} />
      })}
    </Shelf>
  )
}
