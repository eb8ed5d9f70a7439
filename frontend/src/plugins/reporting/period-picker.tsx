/** Choosing a period by name, or two days. */
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { PRESETS, presetOf, type Period, type Span } from '@/core/query/period'

import { conditionWords } from './query-words'
import styles from './reporting.module.css'

const DAY = 'YYYY-MM-DD'
const OWN = 'between'
const ALL = 'all'
const OTHER = 'other'

interface PeriodPickerProps {
  readonly label: string
  readonly value: Period | null
  readonly onChange: (period: Period | null) => void
}

export function PeriodPicker({ label, value, onChange }: PeriodPickerProps) {
  const { t } = useTranslation()
  const [isChoosing, setChoosing] = useState(false)
  const isOwn = isChoosing || value?.operator === OWN
  const preset = isOwn ? OWN : (presetOf(value) ?? (value === null ? ALL : OTHER))
  const choose = (name: string) => {
    setChoosing(name === OWN)
    if (name === ALL) onChange(null)
    const chosen = PRESETS[name]
    if (chosen !== undefined) onChange(chosen)
  }
  const named = Object.keys(PRESETS).map((name) => ({ value: name, label: t(`reports:period.${name}`) }))
  const options = [
    { value: ALL, label: t('reports:filter.own') },
    ...(preset === OTHER && value !== null ? [{ value: OTHER, label: conditionWords(value, { t }) }] : []),
    ...named,
    { value: OWN, label: t('reports:period.between') },
  ]
  return (
    <span className={styles['period']}>
      <Select aria-label={label} value={preset} options={options} onChange={choose} popupMatchSelectWidth={false} className={styles['preset']} />
      {isOwn && <DayRange value={value?.value ?? null} onChange={(span) => onChange({ operator: 'between', value: span })} />}
    </span>
  )
}

function DayRange({ value, onChange }: { readonly value: Span | null; readonly onChange: (span: Span) => void }) {
  const { t } = useTranslation()
  return (
    <DatePicker.RangePicker
      value={value && [dayjs(value[0]), dayjs(value[1])]}
      placeholder={[t('reports:period.from'), t('reports:period.to')]}
      onChange={(days) => {
        const [from, to] = days ?? []
        if (from && to) onChange([from.format(DAY), to.format(DAY)])
      }}
    />
  )
}
