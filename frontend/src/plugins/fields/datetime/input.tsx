/** Enters an instant on the clock of the app's zone. */
import { DatePicker } from 'antd'
import dayjs from 'dayjs'

import { instantAt, wallTime } from '@/core/values/instant'
import { plainText } from '@/core/values/text'

import styles from '../fields.module.css'
import type { FieldInputProps } from '../input-props'
import { useFieldScope } from '../scope'

/** Shown in the first form; the others are understood when typed. Only whole forms: a shorter one would cut typing short. */
const FORMATS = ['YYYY-MM-DD HH:mm', 'YYYY/MM/DD HH:mm', 'YYYY-MM-DD HH:mm:ss']
const TIME = { format: 'HH:mm' }

export function Input({ value, onChange, id, isDisabled, isInvalid, describedBy, ariaLabel, isInSheet }: FieldInputProps<'datetime'>) {
  const { zone } = useFieldScope()
  const instant = plainText(value)
  return (
    <DatePicker
      id={id}
      className={styles['fullWidth'] ?? ''}
      value={instant === '' ? null : dayjs(wallTime(instant, zone))}
      onChange={(next) => onChange(next === null ? null : instantAt(next.format('YYYY-MM-DDTHH:mm:ss'), zone))}
      showTime={TIME}
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
