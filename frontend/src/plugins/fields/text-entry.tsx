/** An input for one line of text; contact types add a way to follow what stands in it. */
import { ExportOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'

import { plainText } from '@/core/values/text'

import styles from './fields.module.css'
import type { FieldInputProps } from './input-props'

interface TextEntryProps extends Omit<FieldInputProps, 'field'> {
  readonly maxLength?: number
  readonly type?: 'text' | 'email' | 'tel' | 'url'
  /** Where the text leads to, when it leads anywhere. */
  readonly href?: string | undefined
}

export function TextEntry({ value, onChange, id, isDisabled, isInvalid, describedBy, ariaLabel, maxLength, type = 'text', href }: TextEntryProps) {
  return (
    <Input
      id={id}
      type={type}
      value={plainText(value)}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      disabled={isDisabled}
      status={isInvalid ? 'error' : ''}
      maxLength={maxLength}
      // Always there for contacts: a suffix that comes and goes would take the focus away.
      suffix={type !== 'text' && <Follow href={href} />}
      autoComplete="off"
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-label={ariaLabel}
    />
  )
}

function Follow({ href }: { readonly href: string | undefined }) {
  const { t } = useTranslation()
  if (href === undefined) return <span />
  return (
    <a className={styles['follow']} href={href} target={href.startsWith('http') ? '_blank' : undefined} rel="noreferrer noopener" aria-label={t('fields:follow')}>
      <ExportOutlined aria-hidden />
    </a>
  )
}
