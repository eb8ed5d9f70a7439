/** An input for exact numbers: grouped while reading, free while typing, and always a decimal text, never a float. */
import { InputNumber } from 'antd'
import type { ReactNode } from 'react'

import { formatNumber } from '@/core/i18n/format'
import { isDecimalText } from '@/core/values/decimal'
import { readNumber } from '@/core/values/number'

import styles from './fields.module.css'
import type { FieldInputProps } from './input-props'
import { useFieldScope } from './scope'

interface NumberEntryProps extends Omit<FieldInputProps, 'field' | 'value' | 'onChange'> {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** Places kept; shown always, so that columns of forms line up. */
  readonly scale: number
  readonly prefix?: ReactNode
  readonly suffix?: ReactNode
}

export function NumberEntry(props: NumberEntryProps) {
  const { value, onChange, id, isDisabled, isInvalid, describedBy, ariaLabel, scale, prefix, suffix } = props
  const { locale } = useFieldScope()
  return (
    <InputNumber<string>
      id={id}
      className={`${styles['fullWidth']} ${styles['numberInput']}`}
      stringMode
      controls={false}
      changeOnWheel={false}
      value={value}
      onChange={(next) => onChange(next === null || next === '' ? null : next)}
      precision={scale}
      formatter={(text, { userTyping, input }) => (userTyping || !isDecimalText(text) ? input : formatNumber(text, locale, scale))}
      parser={(text) => readNumber(text ?? '')?.toFixed() ?? ''}
      inputMode="decimal"
      prefix={prefix}
      suffix={suffix}
      disabled={isDisabled}
      status={isInvalid ? 'error' : ''}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-label={ariaLabel}
    />
  )
}
