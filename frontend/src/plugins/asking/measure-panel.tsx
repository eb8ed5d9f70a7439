/** What is set for a figure: its name, how it is aggregated, which records count, how it is written, whether it is drawn. */
import { EditOutlined } from '@ant-design/icons'
import { Button, Select, Switch } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { relabelled } from '@/core/i18n/relabelled'
import { text } from '@/core/i18n/text'
import { isDate } from '@/core/query/field-tree'
import { changed, type ShelfPlace } from '@/core/query/shelves'
import type { QueryMeasure } from '@/generated/metadata'

import { measureWords } from '../reporting/query-words'
import { aggregatesOf } from './aggregates'
import { useAsking } from './asking-context'
import styles from './asking.module.css'
import { useWording } from './chips'
import { Entry } from './entry'
import { FormatEntry } from './format-entry'
import { TypedInput } from '@/ui/entry/typed-input'

const FormulaDialog = lazy(() => import('./formula-dialog'))

interface MeasurePanelProps {
  readonly place: Required<ShelfPlace>
  readonly measure: QueryMeasure
}

export function MeasurePanel({ place, measure }: MeasurePanelProps) {
  const { t } = useTranslation()
  const wording = useWording()
  const { definition, shelves, change } = useAsking()
  const [isEditing, setEditing] = useState(false)
  const language = documentLanguage(wording.locale)
  const set = (next: QueryMeasure) => change(changed(shelves, place, next))
  const aggregates = aggregatesOf(definition.entities, measure)
  const isHidden = shelves.hidden.includes(measure.id)
  const show = (isShown: boolean) => change({ ...shelves, hidden: isShown ? shelves.hidden.filter((id) => id !== measure.id) : [...shelves.hidden, measure.id] })
  return (
    <>
      <h2>{text(measure.label, wording.locale, measure.id)}</h2>
      <p className={styles['where']}>{measureWords(measure, wording)}</p>
      <Entry name={t('explore:settings.name')}>
        <TypedInput
          label={t('explore:settings.name')}
          value={measure.label?.[language] ?? ''}
          placeholder={measure.id}
          onCommit={(typed) => set({ ...measure, label: relabelled(measure.label, language, typed.trim()) })}
        />
      </Entry>
      {aggregates.length > 0 && (
        <Entry name={t('explore:settings.aggregate')}>
          <Select
            aria-label={t('explore:settings.aggregate')}
            value={measure.aggregate ?? 'sum'}
            options={aggregates.map((value) => ({ value, label: t(`reports:aggregate.${value}`) }))}
            onChange={(aggregate) => set({ ...measure, aggregate })}
          />
        </Entry>
      )}
      <DateEntry measure={measure} onChange={set} />
      <FormatEntry format={measure.format} onChange={(format) => set(withFormat(measure, format))} />
      <div className={styles['inline']}>
        <Switch size="small" id="measure-shown" checked={!isHidden} onChange={show} /> <label htmlFor="measure-shown">{t('explore:settings.shown')}</label>
      </div>
      <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
        {t(measure.expression === undefined ? 'explore:settings.where' : 'explore:settings.formula')}
      </Button>
      {isEditing && (
        <Suspense>
          <FormulaDialog measure={measure} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  )
}

function withFormat(measure: QueryMeasure, format: QueryMeasure['format']): QueryMeasure {
  const { format: _, ...others } = measure
  return format === undefined ? others : { ...others, format }
}

/** By which date a figure goes, where its records have several. */
function DateEntry({ measure, onChange }: { readonly measure: QueryMeasure; readonly onChange: (measure: QueryMeasure) => void }) {
  const { t } = useTranslation()
  const { locale } = useWording()
  const { definition } = useAsking()
  const dates = definition.entities.find(({ id }) => id === measure.home)?.fields.filter(isDate) ?? []
  if (measure.expression !== undefined || measure.lines !== undefined || dates.length < 2) return null
  const choose = (date: string) => {
    const { date: _, ...others } = measure
    onChange(date === '' ? others : { ...others, date })
  }
  const options = [{ value: '', label: t('explore:settings.date.same') }, ...dates.map(({ id, label, name }) => ({ value: id, label: text(label, locale, name) }))]
  return (
    <Entry name={t('explore:settings.date')}>
      <Select aria-label={t('explore:settings.date')} value={measure.date ?? ''} options={options} onChange={choose} />
    </Entry>
  )
}
