/** The entries of the trail in words: when, who, what was done to which record, and which fields changed. */
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatInstant } from '@/core/i18n/format'
import { useLocale } from '@/ui/locale/interface-language'

import { SYSTEM, type AuditEntry } from './audit'
import type { AuditWords } from './audit-words'
import styles from './audit.module.css'

const COLOURS: Readonly<Record<string, string>> = { create: 'green', update: 'blue', delete: 'orange', purge: 'red', publish: 'purple' }

interface AuditListProps {
  readonly entries: readonly AuditEntry[]
  readonly words: AuditWords
}

export function AuditList({ entries, words }: AuditListProps) {
  return (
    <ol className={styles['entries']}>
      {entries.map((entry) => (
        <AuditRow key={`${entry.app} ${entry.sequence}`} entry={entry} words={words} />
      ))}
    </ol>
  )
}

function AuditRow({ entry, words }: { readonly entry: AuditEntry; readonly words: AuditWords }) {
  const { t } = useTranslation()
  const { app, action, at, by, by_name: name, reason, source } = entry
  return (
    <li className={styles['entry']}>
      <time className={styles['when']} dateTime={at}>
        {formatInstant(at, useLocale())}
      </time>
      <span className={styles['who']}>{name ?? by ?? t('record:history.system')}</span>
      <div className={styles['what']}>
        <Tag color={COLOURS[action] ?? 'default'}>{t(`admin:audit.action.${action}`, { defaultValue: action })}</Tag>
        <Subject entry={entry} words={words} />
        {app !== SYSTEM && <span className={styles['source']}>{t(`record:history.source.${source}`, { defaultValue: '' })}</span>}
        <Fields entry={entry} words={words} />
        {reason !== null && reason !== '' && <q className={styles['fields']}>{reason}</q>}
      </div>
    </li>
  )
}

/** The record, as a link where the reader's apps have it. */
function Subject({ entry: { app, entity, record }, words }: { readonly entry: AuditEntry; readonly words: AuditWords }) {
  if (entity === null) return <span>{words.app(app)}</span>
  const label = `${words.app(app)} · ${words.entity(app, entity)}`
  if (record === null || !words.isKnown(app, entity)) return <span>{label}</span>
  return <Link to={`/a/${app}/e/${entity}/${record}`}>{label}</Link>
}

function Fields({ entry: { app, action, entity, fields }, words }: { readonly entry: AuditEntry; readonly words: AuditWords }) {
  const { t } = useTranslation()
  const separator = useLocale() === 'zh-CN' ? '、' : ', '
  if (fields.length === 0 || action === 'create') return null
  const names = fields.map((field) => words.field(app, entity, field)).join(separator)
  return <span className={styles['fields']}>{t('admin:audit.fields', { names })}</span>
}
