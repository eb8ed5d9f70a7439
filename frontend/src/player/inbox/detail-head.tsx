/** The head of what is open in the inbox: which flow, which record, by whom, since when. */
import { ArrowLeftOutlined, ExportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatInstant, formatRelative } from '@/core/i18n/format'
import { PersonName } from '@/plugins/fields/person-name'
import type { Reference } from '@/shared/records/record'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import styles from './inbox.module.css'

interface DetailHeadProps {
  readonly kind: string
  readonly title: string
  /** Address of the record. */
  readonly to: string
  /** Null when a flow began by itself; absent where it goes without saying. */
  readonly submitter?: Reference | null
  readonly at: string
  /** On a phone the way back to the list. */
  readonly onBack: (() => void) | undefined
  readonly extra?: ReactNode
  readonly actions?: ReactNode
}

export function DetailHead({ kind, title, to, submitter, at, onBack, extra, actions }: DetailHeadProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  // On a phone it is the page; beside the list it is a part of one.
  const Heading = onBack === undefined ? 'h2' : 'h1'
  return (
    <header className={styles['head']}>
      {onBack !== undefined && <Button type="text" icon={<ArrowLeftOutlined aria-hidden />} aria-label={t('flows:back')} onClick={onBack} />}
      <div className={styles['headText']}>
        <p className={styles['kind']}>{kind}</p>
        <Heading className={styles['title']}>
          <Link to={to} title={t('flows:openRecord')}>
            {title} <ExportOutlined className={styles['export']} aria-hidden />
          </Link>
        </Heading>
        <p className={styles['meta']}>
          {submitter === null && <span>{t('flows:byItself')}</span>}
          {submitter && <PersonName id={submitter.id} name={submitter.title} />}
          <time dateTime={at} title={formatInstant(at, locale)}>
            {formatRelative(at, locale, useNow())}
          </time>
          {extra}
        </p>
      </div>
      {actions !== undefined && <div className={styles['headActions']}>{actions}</div>}
    </header>
  )
}
