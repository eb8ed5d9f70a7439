/** One day of a calendar with its records, and a record on it. */
import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'

import type { Value } from '@/core/values/value'
import type { Entity, Field } from '@/generated/metadata'
import { recordTitle, type StoredRecord } from '@/shared/records/record'

import type { Span } from './calendar-records'
import { colorClass } from './color-class'
import type { Day } from './days'
import { useMovable, useMovePlace } from './move-area'
import { rowColor } from './record-colors'
import { UnlinkedCell } from './unlinked-cell'
import styles from './views.module.css'

/** What all days of a calendar have in common. */
export interface Shown {
  readonly entity: Entity
  readonly isFixed: boolean
  readonly range: 'month' | 'week'
  /** Said of a record beside its title, where there is room. */
  readonly facts: readonly Field[]
  readonly onOpen: (record: StoredRecord) => void
}

const MOST: Readonly<Record<Shown['range'], number>> = { month: 3, week: 14 }

interface CalendarDayProps {
  readonly day: Day
  readonly spans: readonly Span[]
  readonly shown: Shown
  readonly isToday: boolean
  readonly isOutside: boolean
}

export function CalendarDay({ day, spans, shown, isToday, isOutside }: CalendarDayProps) {
  const { t } = useTranslation()
  const { setNodeRef, isTarget } = useMovePlace(day)
  const most = MOST[shown.range]
  const hidden = spans.length > most ? spans.slice(most - 1) : []
  const entries = spans.slice(0, spans.length - hidden.length)
  return (
    <section ref={setNodeRef} className={styles['day']} data-outside={isOutside} data-today={isToday} data-target={isTarget} aria-label={day} {...(isToday && { 'aria-current': 'date' as const })}>
      <span className={styles['dayNumber']} aria-hidden>
        {Number(day.slice(8))}
      </span>
      <ul className={styles['entries']}>
        {entries.map((span) => (
          <Entry key={span.record.id} span={span} day={day} shown={shown} />
        ))}
      </ul>
      {hidden.length > 0 && (
        <Popover
          trigger="click"
          title={day}
          content={
            <ul className={styles['entries']}>
              {hidden.map((span) => (
                <Entry key={span.record.id} span={span} day={day} shown={{ ...shown, isFixed: true }} />
              ))}
            </ul>
          }
        >
          <Button type="link" size="small" className={styles['moreEntries'] ?? ''}>
            {t('views:calendar.more', { count: hidden.length })}
          </Button>
        </Popover>
      )}
    </section>
  )
}

/** Only on its first day a record can be taken up. */
export function Entry({ span, day, shown }: { readonly span: Span; readonly day: Day; readonly shown: Shown }) {
  const { record, from, time } = span
  const { setNodeRef, handle, isDragging } = useMovable(record, day, shown.isFixed || from !== day)
  return (
    <li>
      <button
        {...handle}
        ref={setNodeRef}
        type="button"
        className={`${styles['entry'] ?? ''} ${colorClass(rowColor(record), 'row')}`}
        data-dragging={isDragging}
        data-movable={handle !== undefined}
        onClick={() => shown.onOpen(record)}
      >
        {time !== '' && from === day && <span className={styles['entryTime']}>{time}</span>}
        <span className={styles['entryTitle']}>{recordTitle(shown.entity, record)}</span>
        {shown.facts.map((field) => (
          <span key={field.id} className={styles['entryFact']}>
            {' '}
            <UnlinkedCell field={field} value={record[field.name] as Value} />
          </span>
        ))}
      </button>
    </li>
  )
}
