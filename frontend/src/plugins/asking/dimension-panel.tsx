/** What is set for a group: its name, the periods of a date, ranges of numbers, and the way down from its members. */
import { Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { relabelled } from '@/core/i18n/relabelled'
import { text } from '@/core/i18n/text'
import { fieldAt, isDate, isNumeric } from '@/core/query/field-tree'
import { changed, type ShelfPlace } from '@/core/query/shelves'
import type { QueryDimension } from '@/generated/metadata'

import { placeWords } from '../reporting/query-words'
import { useAsking } from './asking-context'
import styles from './asking.module.css'
import { GRAINS, useWording } from './chips'
import { DrillPathEntry } from './drill-path-entry'
import { Entry } from './entry'
import { TypedInput } from '@/ui/entry/typed-input'

interface DimensionPanelProps {
  readonly place: Required<ShelfPlace>
  readonly dimension: QueryDimension
}

export function DimensionPanel({ place, dimension }: DimensionPanelProps) {
  const { t } = useTranslation()
  const wording = useWording()
  const { definition, shelves, change } = useAsking()
  const language = documentLanguage(wording.locale)
  const field = fieldAt(definition.entities, dimension)
  const set = (next: QueryDimension) => change(changed(shelves, place, next))
  return (
    <>
      <h2>{text(dimension.label, wording.locale, dimension.id)}</h2>
      <p className={styles['where']}>{placeWords(dimension, wording)}</p>
      <Entry name={t('explore:settings.name')}>
        <TypedInput
          label={t('explore:settings.name')}
          value={dimension.label?.[language] ?? ''}
          placeholder={text(field?.label, wording.locale)}
          onCommit={(typed) => set({ ...dimension, label: relabelled(dimension.label, language, typed.trim()) })}
        />
      </Entry>
      {isDate(field ?? null) && (
        <>
          <Entry name={t('explore:settings.grain')}>
            <Select
              aria-label={t('explore:settings.grain')}
              value={dimension.grain ?? 'day'}
              options={GRAINS.map((value) => ({ value, label: t(`reports:grain.${value}`) }))}
              onChange={(grain) => set({ ...dimension, grain })}
            />
          </Entry>
          <div className={styles['inline']}>
            <Switch size="small" id="fill-gaps" checked={dimension.fill_gaps === true} onChange={(isOn) => set({ ...dimension, fill_gaps: isOn })} />
            <label htmlFor="fill-gaps">{t('explore:settings.gaps')}</label>
          </div>
        </>
      )}
      {field !== undefined && isNumeric(field) && (
        <Entry name={t('explore:settings.bins')} hint={t('explore:settings.bins.hint')}>
          <TypedInput label={t('explore:settings.bins')} value={(dimension.bins ?? []).join(', ')} onCommit={(typed) => set(withBins(dimension, typed))} />
        </Entry>
      )}
      <Entry name={t('explore:settings.none')}>
        <TypedInput
          label={t('explore:settings.none')}
          value={dimension.null_label?.[language] ?? ''}
          placeholder={t('reports:member.none')}
          onCommit={(typed) => set(withNone(dimension, relabelled(dimension.null_label, language, typed.trim())))}
        />
      </Entry>
      <DrillPathEntry dimension={dimension} />
    </>
  )
}

/** Limits as people type them, with commas of any kind between; what is no number is left out. */
export function withBins(dimension: QueryDimension, typed: string): QueryDimension {
  const { bins: _, ...others } = dimension
  const limits = typed.split(/[,，、;；\s]+/).filter((each) => /^-?\d+(\.\d+)?$/.test(each))
  const ordered = [...new Set(limits)].toSorted((one, other) => Number(one) - Number(other))
  return ordered.length === 0 ? others : { ...others, bins: ordered }
}

function withNone(dimension: QueryDimension, label: NonNullable<QueryDimension['null_label']>): QueryDimension {
  const { null_label: _, ...others } = dimension
  return Object.keys(label).length === 0 ? others : { ...others, null_label: label }
}
