/** What is set for a question as a whole: its order, the largest members, totals, an earlier period beside. */
import { InputNumber, Segmented, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { fieldAt, isDate } from '@/core/query/field-tree'
import { dimensionsOn, type Extras, type Shelves } from '@/core/query/shelves'
import type { Entity, QueryTop } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useAsking } from './asking-context'
import styles from './asking.module.css'
import { Entry } from './entry'

const USUAL_TOP = 10
const VERSUS = ['none', 'previous_period', 'previous_year'] as const

export function QuestionPanel() {
  const { t } = useTranslation()
  const { shelves, change } = useAsking()
  if (shelves.values.length === 0) return null
  const isGrouped = dimensionsOn(shelves).length > 0
  return (
    <>
      <h2>{t('explore:settings.answer')}</h2>
      {isGrouped && <SortEntry />}
      {isGrouped && <TopEntry />}
      {isGrouped && (
        <div className={styles['inline']}>
          <Switch size="small" id="totals" checked={shelves.totals} onChange={(totals) => change({ ...shelves, totals })} />
          <label htmlFor="totals">{t('explore:settings.totals')}</label>
        </div>
      )}
      <CompareEntry />
    </>
  )
}

function useParts() {
  const locale = useLocale()
  const { shelves } = useAsking()
  const named = (parts: readonly { readonly id: string; readonly label?: Readonly<Record<string, string>> }[]) => parts.map(({ id, label }) => ({ value: id, label: text(label, locale, id) }))
  return { figures: named(shelves.values), groups: named(dimensionsOn(shelves)) }
}

function useExtras() {
  const { shelves, change } = useAsking()
  const set = <K extends keyof Extras>(key: K, value: Extras[K]) => {
    const { [key]: _, ...others } = shelves.extras
    change({ ...shelves, extras: value === undefined ? others : { ...others, [key]: value } })
  }
  return { extras: shelves.extras, set }
}

const USUAL = ''

function SortEntry() {
  const { t } = useTranslation()
  const { figures, groups } = useParts()
  const { extras, set } = useExtras()
  const [first] = extras.sort ?? []
  const options = [{ value: USUAL, label: t('explore:sort.usual') }, ...groups, ...figures]
  return (
    <Entry name={t('explore:sort')}>
      <Select
        aria-label={t('explore:sort')}
        value={first?.by ?? USUAL}
        options={options}
        onChange={(by: string) => set('sort', by === USUAL ? undefined : [{ by, descending: figures.some(({ value }) => value === by) }])}
      />
      {first !== undefined && (
        <Segmented
          size="small"
          block
          aria-label={t('explore:sort.direction')}
          value={first.descending === true ? 'down' : 'up'}
          options={(['up', 'down'] as const).map((value) => ({ value, label: t(`explore:sort.${value}`) }))}
          onChange={(direction) => set('sort', [{ by: first.by, descending: direction === 'down' }])}
        />
      )}
    </Entry>
  )
}

function TopEntry() {
  const { t } = useTranslation()
  const { figures, groups } = useParts()
  const { extras, set } = useExtras()
  const { top } = extras
  const [group] = groups
  const [figure] = figures
  if (group === undefined || figure === undefined) return null
  const begin = (isOn: boolean) => set('top', isOn ? { dimension: group.value, by: figure.value, n: USUAL_TOP, others: true } : undefined)
  const change = (next: Partial<QueryTop>) => top && set('top', { ...top, ...next })
  return (
    <div className={styles['entry']}>
      <div className={styles['inline']}>
        <Switch size="small" id="top" checked={top !== undefined} onChange={begin} />
        <label htmlFor="top">{t('explore:top')}</label>
      </div>
      {top !== undefined && (
        <>
          <div className={styles['inline']}>
            <Segmented
              size="small"
              aria-label={t('explore:top.which')}
              value={top.ascending === true ? 'smallest' : 'largest'}
              options={(['largest', 'smallest'] as const).map((value) => ({ value, label: t(`explore:top.${value}`) }))}
              onChange={(which) => change({ ascending: which === 'smallest' })}
            />
            <InputNumber size="small" min={1} max={1000} precision={0} aria-label={t('explore:top.n')} value={top.n} onChange={(n) => n !== null && change({ n })} />
          </div>
          <Select aria-label={t('explore:top.dimension')} size="small" value={top.dimension} options={groups} onChange={(dimension) => change({ dimension })} />
          <Select aria-label={t('explore:top.by')} size="small" value={top.by} options={figures} onChange={(by) => change({ by })} />
          <div className={styles['inline']}>
            <Switch size="small" id="others" checked={top.others === true} onChange={(others) => change({ others })} />
            <label htmlFor="others">{t('explore:top.others')}</label>
          </div>
        </>
      )}
    </div>
  )
}

/** Only where there is a period: a date among the groups or among the filters. */
function CompareEntry() {
  const { t } = useTranslation()
  const { definition, shelves } = useAsking()
  const { extras, set } = useExtras()
  if (!hasPeriod(definition.entities, shelves)) return null
  const options = VERSUS.map((value) => ({ value, label: t(`explore:compare.${value}`) }))
  return (
    <Entry name={t('explore:compare')}>
      <Select<(typeof VERSUS)[number]>
        aria-label={t('explore:compare')}
        value={extras.compare?.with ?? 'none'}
        options={options}
        onChange={(versus) => set('compare', versus === 'none' ? undefined : { ...extras.compare, with: versus })}
      />
    </Entry>
  )
}

function hasPeriod(entities: readonly Entity[], shelves: Shelves): boolean {
  return dimensionsOn(shelves).some(({ grain }) => grain !== undefined) || shelves.filters.some((filter) => isDate(fieldAt(entities, filter) ?? null))
}
