/** Enters text of several lines; the box grows with it. */
import { Input as AntdInput } from 'antd'

import { plainText } from '@/core/values/text'

import type { FieldInputProps } from '../input-props'

const ROWS = { minRows: 2, maxRows: 14 }

export function Input({ field, value, onChange, id, isDisabled, isInvalid, describedBy, ariaLabel }: FieldInputProps<'long_text'>) {
  return (
    <AntdInput.TextArea
      id={id}
      value={plainText(value)}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      autoSize={ROWS}
      disabled={isDisabled}
      status={isInvalid ? 'error' : ''}
      maxLength={field.options?.max_length}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-label={ariaLabel}
    />
  )
}
