/** The history of a record in words: who changed what, when and how; a former value can be put back into the form. */
import { HistoryOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

import { formatInstant, formatRelative } from '@/core/i18n/format'
import type { Value } from '@/core/values/value'
import type { Entity } from '@/generated/metadata'
import { PersonName } from '@/plugins/fields/person-name'
import { useFieldScope } from '@/plugins/fields/scope'
import { issuesOf } from '@/shared/api/problem'
import type { RecordChange, RecordPlace } from '@/shared/records/one-record'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useNow } from '@/ui/use-now'

import { ChangeWords } from './change-words'
import { useHistory } from './history'
import styles from './timeline.module.css'

interface TimelineProps {
  readonly place: RecordPlace
  readonly entity: Entity
  readonly id: string
  /** Puts a former value back into the form; absent when nothing may be changed. */
  readonly onRestore?: ((name: string, value: Value) => void) | undefined
}

export function Timeline({ place, entity, id, onRestore }: TimelineProps) {
  const { t } = useTranslation()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useHistory(place, id)
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined) return <Loading rows={4} />
  const changes = data.pages.flatMap(({ items }) => items)
  return (
    <section className={styles['timeline']} aria-label={t('record:history')}>
      <h2 className={styles['heading']}>
        <HistoryOutlined aria-hidden /> {t('record:history')}
      </h2>
      <ol className={styles['changes']}>
        {changes.map((change) => (
          <ChangeItem key={change.id} change={change} entity={entity} onRestore={onRestore} />
        ))}
      </ol>
      {hasNextPage && (
        <Button block type="text" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('record:history.more')}
        </Button>
      )}
    </section>
  )
}

function ChangeItem({ change, entity, onRestore }: { readonly change: RecordChange } & Pick<TimelineProps, 'entity' | 'onRestore'>) {
  const { t } = useTranslation()
  const { locale, zone } = useFieldScope()
  const { action, at, by, source, reason, changes } = change
  return (
    <li className={styles['change']}>
      <div className={styles['who']}>
        {by === null ? t('record:history.system') : <PersonName id={by.id} name={by.title} />}
        <Tooltip title={formatInstant(at, locale, zone)}>
          <time dateTime={at} className={styles['when']}>
            {formatRelative(at, locale, useNow())}
          </time>
        </Tooltip>
      </div>
      <div className={styles['what']}>
        {t(`record:history.action.${action}`, { defaultValue: action })}
        <SourceWords source={source} />
      </div>
      {reason !== null && reason !== '' && <q className={styles['reason']}>{reason}</q>}
      {action !== 'create' && <ChangeWords changes={changes} fields={entity.fields} onRestore={onRestore} />}
    </li>
  )
}

/** The form is the usual way and needs no mention. */
function SourceWords({ source }: { readonly source: string }) {
  const { t } = useTranslation()
  const words = t(`record:history.source.${source}`, { defaultValue: '' })
  return words === '' ? null : <span className={styles['source']}> · {words}</span>
}
