/** Enters a calendar day, by typing or from a calendar. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'

import { plainText } from '@/core/values/text'

import styles from '../fields.module.css'
import type { FieldInputProps } from '../input-props'

/** Shown in the first form; the others are understood when typed. Only whole forms: a shorter one would cut typing short. */
const FORMATS = ['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY.MM.DD', 'YYYYMMDD']

export function Input({ value, onChange, id, isDisabled, isInvalid, describedBy, ariaLabel, isInSheet }: FieldInputProps<'date'>) {
  const day = plainText(value)
  return (
    <DatePicker
      id={id}
      className={styles['fullWidth'] ?? ''}
      value={day === '' ? null : dayjs(day)}
      onChange={(next) => onChange(next?.format('YYYY-MM-DD') ?? null)}
      format={FORMATS}
      preserveInvalidOnBlur
      disabled={isDisabled}
      status={isInvalid ? 'error' : ''}
      {...(isInSheet && { variant: 'borderless', autoFocus: true, defaultOpen: true })}
      aria-describedby={describedBy}
      aria-label={ariaLabel}
    />
  )
}
