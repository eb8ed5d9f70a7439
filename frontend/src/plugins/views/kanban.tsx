/** Records as cards in lanes; a card moved to another lane gets the value of that lane. */
import { useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/core/i18n/format'
import { collapsed } from '@/core/values/value'
import type { Field } from '@/generated/metadata'
import { useFieldScope } from '@/plugins/fields/scope'
import { issuesOf } from '@/shared/api/problem'
import { titleField } from '@/shared/definition/definition'
import { ofGroup } from '@/shared/records/group-records'
import { recordTitle, type StoredRecord } from '@/shared/records/record'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { colorClass } from './color-class'
import { MoreRecords } from './more-records'
import { MoveArea, useMovable, useMovePlace } from './move-area'
import type { PictureProps } from './picture-props'
import { cardFields, RecordCard } from './record-card'
import { rowColor } from './record-colors'
import { useLanes, type Lane } from './use-lanes'
import { useMayMove, useMoving, type Move } from './use-moving'
import { useQuietRefresh } from './use-quiet-refresh'
import { useRecordPages } from './use-record-pages'
import { useSeen } from './use-seen'
import styles from './views.module.css'

const MOST_FIELDS = 6

interface KanbanProps extends PictureProps {
  readonly lane: Field
}

export function Kanban(props: KanbanProps) {
  const { t } = useTranslation()
  const { entity, view, columns, lane: field, onTotal } = props
  const { lanes, total, isCut, error } = useLanes(props, field)
  const mayMove = useMayMove(entity, field)
  const { moves, move } = useMoving(entity)
  const fields = useMemo(() => cardFields(columns, MOST_FIELDS, field, titleField(entity)), [columns, field, entity])
  const places = useMemo(() => lanes.map(({ key }) => placeOf(key)), [lanes])
  const laneAt = (place: string) => lanes.find(({ key }) => placeOf(key) === place)
  useRefreshing(props)
  useEffect(() => {
    if (total !== undefined) onTotal(total)
  }, [total, onTotal])
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (total === undefined) return <Loading />
  return (
    <MoveArea
      places={places}
      across={0}
      nameOf={(record) => recordTitle(entity, record)}
      placeName={(place) => laneAt(place)?.title ?? ''}
      onMove={(record, place) => {
        const to = laneAt(place)
        if (to !== undefined) move(record, place, { [field.name]: collapsed(to.value) })
      }}
      renderRecord={(record) => (
        <div className={`${styles['card'] ?? ''} ${styles['follower'] ?? ''}`}>
          <RecordCard record={record} entity={entity} fields={fields} onOpen={() => undefined} />
        </div>
      )}
    >
      {isCut && <Alert type="info" banner title={t('views:lane.cut')} />}
      <div className={styles['lanes']} role="group" aria-label={view.name}>
        {lanes.map((lane) => (
          <LaneColumn key={lane.key} {...props} lane={lane} by={field} fields={fields} moves={moves} isFixed={!mayMove} />
        ))}
      </div>
    </MoveArea>
  )
}

/** Reads lanes and counts anew after changes on the server. */
export function useRefreshing({ entity }: Pick<PictureProps, 'entity'>): void {
  const client = useQueryClient()
  useQuietRefresh(useFieldScope().app, () => void client.invalidateQueries({ queryKey: ['records', entity.id] }))
}

function placeOf(lane: string): string {
  return `lane:${lane}`
}

interface LaneColumnProps extends PictureProps {
  readonly lane: Lane
  readonly by: Field
  readonly fields: readonly Field[]
  readonly moves: readonly Move[]
  readonly isFixed: boolean
}

function LaneColumn({ lane, by, fields, moves, isFixed, entity, list, query, onOpen }: LaneColumnProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const place = placeOf(lane.key)
  const { setNodeRef, isTarget } = useMovePlace(place)
  const asked = useMemo(() => ({ ...query, conditions: [...(query.conditions ?? []), ofGroup(by.name, lane.value)] }), [query, by, lane.value])
  const { isSeen, ref } = useSeen()
  const pages = useRecordPages({ entity, list, query: asked }, { isCounted: false, isWanted: isSeen && lane.count > 0 })
  const { records: stored, error } = pages
  const records = afterMoves(stored, moves, place)
  const count = Math.max(0, lane.count + records.length - stored.length)
  const open = (record: StoredRecord) => onOpen(record, records.map(({ id }) => id))
  return (
    <section ref={setNodeRef} className={styles['lane']} data-target={isTarget} aria-label={lane.title}>
      <header ref={ref} className={styles['laneHead']}>
        <span className={`${styles['laneMark'] ?? ''} ${styles[lane.color ?? 'grey'] ?? ''}`} aria-hidden />
        <h2 className={styles['laneTitle']}>{lane.title}</h2>
        <span className={styles['laneCount']}>{formatNumber(count, locale)}</span>
      </header>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      <ul className={styles['laneCards']} tabIndex={-1}>
        {records.map((record) => (
          <MovableCard key={record.id} record={record} place={place} isFixed={isFixed} entity={entity} fields={fields} onOpen={open} />
        ))}
        {count === 0 && records.length === 0 && <li className={styles['laneEmpty']}>{t('views:lane.empty')}</li>}
        {pages.hasMore && (
          <li>
            <MoreRecords pages={pages} />
          </li>
        )}
      </ul>
    </section>
  )
}

/** The records of a lane while some are on their way to another. */
export function afterMoves(stored: readonly StoredRecord[], moves: readonly Move[], place: string): readonly StoredRecord[] {
  const away = new Set(moves.filter(({ to }) => to !== place).map(({ record }) => record.id))
  const here = new Set(stored.map(({ id }) => id))
  const arriving = moves.filter(({ record, to }) => to === place && !here.has(record.id)).map(({ record }) => record)
  return [...arriving, ...stored.filter(({ id }) => !away.has(id))]
}

interface MovableCardProps extends Pick<PictureProps, 'entity'> {
  readonly record: StoredRecord
  readonly place: string
  readonly isFixed: boolean
  readonly fields: readonly Field[]
  readonly onOpen: (record: StoredRecord) => void
}

function MovableCard({ record, place, isFixed, ...card }: MovableCardProps) {
  const { setNodeRef, handle, isDragging } = useMovable(record, place, isFixed)
  return (
    <li className={`${styles['card'] ?? ''} ${colorClass(rowColor(record), 'row')}`} data-dragging={isDragging} data-movable={!isFixed}>
      <RecordCard {...card} record={record} handle={handle} handleRef={setNodeRef} />
    </li>
  )
}
