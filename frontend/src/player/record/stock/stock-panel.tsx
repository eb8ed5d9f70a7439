/** The movements of a stock balance, and who holds of it, beside its form. */
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatInstant, formatRelative } from '@/core/i18n/format'
import { PersonName } from '@/plugins/fields/person-name'
import { useFieldScope } from '@/plugins/fields/scope'
import { issuesOf } from '@/shared/api/problem'
import type { RecordPlace } from '@/shared/records/one-record'
import type { Reference } from '@/shared/records/record'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useNow } from '@/ui/use-now'

import { useStock, type Movement, type Reservation } from './movements'
import styles from './stock.module.css'

interface StockPanelProps {
  readonly place: RecordPlace
  readonly id: string
  readonly version: number
}

export function StockPanel({ place, id, version }: StockPanelProps) {
  const { t } = useTranslation()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useStock(place, id, version)
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined) return <Loading rows={4} />
  const held = data.pages[0]?.reservations ?? []
  return (
    <section className={styles['panel']} aria-label={t('stock:movements')}>
      {held.length > 0 && (
        <>
          <h3>{t('stock:held')}</h3>
          <ul className={styles['list']}>
            {held.map((each) => (
              <HeldItem key={each.id} reservation={each} />
            ))}
          </ul>
          <h3>{t('stock:movements')}</h3>
        </>
      )}
      <ol className={styles['list']}>
        {data.pages
          .flatMap(({ movements }) => movements)
          .map((movement) => (
            <MovementItem key={movement.version} movement={movement} />
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

function HeldItem({ reservation: { entity, record, open, quantity, since } }: { readonly reservation: Reservation }) {
  const { t } = useTranslation()
  return (
    <li>
      <div className={styles['line']}>
        <ForRecord entity={entity} record={record} otherwise={t('stock:someRecord')} />
        <strong className={styles['amount']}>{open === quantity ? open : t('stock:openOf', { open, quantity })}</strong>
      </div>
      <When at={since} />
    </li>
  )
}

function MovementItem({ movement }: { readonly movement: Movement }) {
  const { t } = useTranslation()
  const { kind, on_hand_change, reserved_change, on_hand, reserved, entity, record, by, at } = movement
  return (
    <li>
      <div className={styles['line']}>
        <span>
          {t(`stock:kind.${kind}`)} <ForRecord entity={entity} record={record} />
        </span>
        <When at={at} />
      </div>
      <div className={styles['line']}>
        <span className={styles['amounts']}>
          <Change words={t('stock:onHand')} change={on_hand_change} after={on_hand} />
          <Change words={t('stock:reserved')} change={reserved_change} after={reserved} />
        </span>
        {by !== null && <PersonName id={by.id} name={by.title} />}
      </div>
    </li>
  )
}

/** How much came or went, and how many there are now; what did not change is left out. */
function Change({ words, change, after }: { readonly words: string; readonly change: number; readonly after: number }) {
  if (change === 0) return null
  return (
    <span>
      {words} <strong data-sign={change < 0 ? 'less' : 'more'}>{change < 0 ? `−${-change}` : `+${change}`}</strong> → {after}
    </span>
  )
}

interface ForRecordProps {
  readonly entity: string | null
  readonly record: Reference | null
  readonly otherwise?: string
}

function ForRecord({ entity, record, otherwise }: ForRecordProps) {
  const { app } = useFieldScope()
  if (record === null || entity === null) return otherwise
  return <Link to={`/a/${app}/e/${entity}/${record.id}`}>{record.title ?? record.id}</Link>
}

function When({ at }: { readonly at: string }) {
  const { locale, zone } = useFieldScope()
  const now = useNow()
  return (
    <Tooltip title={formatInstant(at, locale, zone)}>
      <time dateTime={at} className={styles['when']}>
        {formatRelative(at, locale, now)}
      </time>
    </Tooltip>
  )
}
