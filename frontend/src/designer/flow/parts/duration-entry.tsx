/** A length of time: a number and its unit. */
import { InputNumber, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'

import { readDuration, writeDuration, type DurationUnit } from './duration'

interface DurationEntryProps {
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
}

const UNITS: readonly DurationUnit[] = ['minutes', 'hours', 'days']

export function DurationEntry({ id, value, onChange }: DurationEntryProps) {
  const { t } = useTranslation()
  const { amount, unit } = readDuration(value)
  return (
    <Space.Compact block>
      <InputNumber id={id} min={1} max={9999} value={amount} onChange={(next) => next !== null && onChange(writeDuration({ amount: next, unit }))} />
      <Select
        aria-label={t('flowdesign:duration.unit')}
        value={unit}
        options={UNITS.map((each) => ({ value: each, label: t(`flowdesign:unit.${each}`) }))}
        onChange={(next) => onChange(writeDuration({ amount, unit: next }))}
      />
    </Space.Compact>
  )
}
