/** What stands around every input of a form: its label, whether it is required, a hint, and why it is refused. */
import { QuestionCircleOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Label } from '@/generated/metadata'

import styles from './field-frame.module.css'
import { useFieldScope } from './scope'

interface FieldFrameProps {
  /** Id of the input the label points at. */
  readonly id: string
  readonly label: string
  readonly help?: Label | undefined
  readonly isRequired: boolean
  /** Nothing can be entered here; the label then names a value, not an input. */
  readonly isRead?: boolean
  readonly fault: string | undefined
  /** Draws the input, given the id of what explains it. */
  readonly children: (describedBy: string | undefined) => ReactNode
}

export function FieldFrame({ id, label, help, isRequired, isRead = false, fault, children }: FieldFrameProps) {
  const { t } = useTranslation()
  const { locale } = useFieldScope()
  const ownId = useId()
  const [faultId, requiredId] = [`${ownId}-fault`, `${ownId}-required`]
  const describedBy = [fault !== undefined && faultId, isRequired && requiredId].filter((each) => each !== false).join(' ')
  const Caption = isRead ? 'span' : 'label'
  return (
    <div className={styles['frame']}>
      <div className={styles['caption']}>
        <Caption {...(!isRead && { htmlFor: id })} className={styles['label']}>
          {label}
        </Caption>
        {isRequired && (
          <span className={styles['required']} title={t('fields:required')}>
            <span aria-hidden>*</span>
            <span id={requiredId} className="visually-hidden">
              {t('fields:required')}
            </span>
          </span>
        )}
        {help !== undefined && (
          <Tooltip title={text(help, locale)}>
            <QuestionCircleOutlined className={styles['help']} tabIndex={0} aria-label={text(help, locale)} role="img" />
          </Tooltip>
        )}
      </div>
      {children(describedBy === '' ? undefined : describedBy)}
      {fault !== undefined && (
        <p id={faultId} className={styles['fault']}>
          {fault}
        </p>
      )}
    </div>
  )
}
