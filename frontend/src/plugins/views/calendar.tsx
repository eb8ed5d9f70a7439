/** Records on their days, by month or week; on a phone as an agenda. A record moved to another day gets that date. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Grid, Segmented } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { dayAt } from '@/core/values/instant'
import type { Field } from '@/generated/metadata'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { issuesOf } from '@/shared/api/problem'
import { titleField } from '@/shared/definition/definition'
import { recordTitle } from '@/shared/records/record'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { CalendarDay, Entry, type Shown } from './calendar-day'
import { movedTo, useSpans, type Span } from './calendar-records'
import { addDays, addMonths, monthOf, weekOf, type Day } from './days'
import { useRefreshing } from './kanban'
import { MoveArea } from './move-area'
import type { PictureProps } from './picture-props'
import { cardFields } from './record-card'
import { useMayMove, useMoving, type Move } from './use-moving'
import styles from './views.module.css'

type Range = 'month' | 'week'

const MOST_FACTS = 2
const LINES = new Set<Field['type']>(['text', 'sequence', 'link', 'integer', 'decimal', 'money', 'percent', 'date'])

interface CalendarProps extends PictureProps {
  readonly start: Field
  readonly end: Field | undefined
}

export function Calendar(props: CalendarProps) {
  const { t } = useTranslation()
  const { entity, start, end, view } = props
  const { zone, definition } = useFieldScope()
  const first = definition.app.week_start === 'sunday' ? 0 : 1
  const [range, setRange] = useState<Range>('month')
  const [anchor, setAnchor] = useState<Day>(() => dayAt(new Date(), zone))
  const isPhone = Grid.useBreakpoint().md === false
  const days = useMemo(() => (range === 'month' ? monthOf(anchor, first) : weekOf(anchor, first)), [range, anchor, first])
  const { spans: stored, isCut, error } = useSpans(props, { start, end, first: days[0] ?? anchor, last: days.at(-1) ?? anchor })
  const { moves, move } = useMoving(entity)
  const spans = afterMoves(stored, moves)
  const isFixed = !useMayMove(entity, start)
  useRefreshing(props)
  useTotal(props)
  const step = (count: number) => setAnchor(range === 'month' ? addMonths(anchor, count) : addDays(anchor, 7 * count))
  const facts = useFacts(props, isPhone ? MOST_FACTS : 1)
  const shown: Shown = { entity, isFixed, range, facts, onOpen: (record) => props.onOpen(record, spans.map((span) => span.record.id)) }
  return (
    <div className={styles['calendarFrame']}>
      <header className={styles['calendarHead']}>
        <Button icon={<LeftOutlined aria-hidden />} aria-label={t(`views:calendar.previous.${range}`)} onClick={() => step(-1)} />
        <Button onClick={() => setAnchor(dayAt(new Date(), zone))}>{t('views:calendar.today')}</Button>
        <Button icon={<RightOutlined aria-hidden />} aria-label={t(`views:calendar.next.${range}`)} onClick={() => step(1)} />
        <h2 className={styles['calendarTitle']} aria-live="polite">
          {useRangeTitle(range, anchor, days)}
        </h2>
        <Segmented<Range>
          aria-label={t('views:calendar.range')}
          value={range}
          onChange={setRange}
          options={(['month', 'week'] as const).map((value) => ({ value, label: t(`views:calendar.${value}`) }))}
        />
      </header>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      {isCut && <Alert type="warning" banner title={t('views:calendar.cut')} />}
      <MoveArea
        places={days}
        across={7}
        nameOf={(record) => recordTitle(entity, record)}
        placeName={(day) => day}
        onMove={(record, day) => {
          const span = spans.find((each) => each.record.id === record.id)
          if (span) move(record, day, movedTo(span, day, { start, end, zone }))
        }}
        renderRecord={(record) => <div className={`${styles['entry'] ?? ''} ${styles['follower'] ?? ''}`}>{recordTitle(entity, record)}</div>}
      >
        <div className={styles['calendarBody']}>
          {isPhone ? <Agenda days={days} spans={spans} month={range === 'month' ? anchor.slice(0, 7) : ''} shown={shown} /> : <Weeks days={days} spans={spans} anchor={anchor} shown={shown} label={view.name} />}
        </div>
      </MoveArea>
    </div>
  )
}

/** What fits a single line of words: the first columns that are neither the title nor the days. */
function useFacts({ entity, columns, start, end }: CalendarProps, most: number): readonly Field[] {
  const scope = useFieldScope()
  return useMemo(
    () => cardFields(columns, columns.length, start, end, titleField(entity)).filter((field) => LINES.has(shownField(field, scope).type)).slice(0, most),
    [columns, start, end, entity, scope, most],
  )
}

/** How many records there are in all, on whichever day. */
function useTotal({ entity, list, query, onTotal }: PictureProps): void {
  const { data } = useQuery({ queryKey: ['records', entity.id, 'count', query], queryFn: () => list({ ...query, fields: 'id', limit: 1, count: 'exact' }) })
  const total = data?.total
  useEffect(() => {
    if (total !== undefined) onTotal(total)
  }, [total, onTotal])
}

function useRangeTitle(range: Range, anchor: Day, days: readonly Day[]): string {
  const locale = useLocale()
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  if (range === 'month') return month.format(new Date(`${anchor}T00:00:00Z`))
  const [first = anchor, last = anchor] = [days[0], days.at(-1)]
  return day.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`))
}

interface DaysProps {
  readonly days: readonly Day[]
  readonly spans: readonly Span[]
  readonly shown: Shown
}

function Weeks({ days, spans, anchor, shown, label }: DaysProps & { readonly anchor: Day; readonly label: string }) {
  const locale = useLocale()
  const today = useToday()
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  return (
    <div className={styles['calendar']} data-range={shown.range} role="group" aria-label={label}>
      {days.slice(0, 7).map((day) => (
        <span key={day} className={styles['weekday']} aria-hidden>
          {weekday.format(new Date(`${day}T00:00:00Z`))}
        </span>
      ))}
      {days.map((day) => (
        <CalendarDay key={day} day={day} spans={onDay(spans, day)} shown={shown} isToday={day === today} isOutside={shown.range === 'month' && day.slice(0, 7) !== anchor.slice(0, 7)} />
      ))}
    </div>
  )
}

function Agenda({ days, spans, month, shown }: DaysProps & { readonly month: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const words = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', weekday: 'short', timeZone: 'UTC' })
  const filled = days.filter((day) => day.startsWith(month) && onDay(spans, day).length > 0)
  const now = useToday()
  const next = days.includes(now) ? filled.find((day) => day >= now) : undefined
  if (filled.length === 0) return <p className={styles['laneEmpty']}>{t('views:calendar.nothing')}</p>
  return (
    <div className={styles['agenda']}>
      {filled.map((day) => (
        <section key={day} ref={day === next ? scrolledTo : undefined} aria-label={day} {...(day === now && { 'aria-current': 'date' as const })}>
          <h3 className={styles['agendaDay']}>{words.format(new Date(`${day}T00:00:00Z`))}</h3>
          <ul className={styles['entries']}>
            {onDay(spans, day).map((span) => (
              <Entry key={span.record.id} span={span} day={day} shown={{ ...shown, isFixed: true }} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

/** Days that are over are above what is seen first. */
function scrolledTo(element: HTMLElement | null): void {
  const body = element?.closest(`.${styles['calendarBody'] ?? ''}`)
  if (element && body) body.scrollTop += element.getBoundingClientRect().top - body.getBoundingClientRect().top
}

function useToday(): Day {
  const { zone } = useFieldScope()
  const [today] = useState(() => dayAt(new Date(), zone))
  return today
}

function onDay(spans: readonly Span[], day: Day): readonly Span[] {
  return spans.filter(({ from, to }) => from <= day && day <= to).toSorted((one, other) => one.time.localeCompare(other.time))
}

/** Spans while some records are on their way to another day. */
function afterMoves(spans: readonly Span[], moves: readonly Move[]): readonly Span[] {
  return spans.map((span) => {
    const move = moves.find(({ record }) => record.id === span.record.id)
    if (move === undefined) return span
    const length = span.to === span.from ? 0 : (Date.parse(span.to) - Date.parse(span.from)) / 86_400_000
    return { ...span, from: move.to, to: addDays(move.to, length) }
  })
}
