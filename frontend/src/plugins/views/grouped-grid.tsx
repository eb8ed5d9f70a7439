/** Rows under the values of one field, each group with its number and its sums; groups open and close. */
import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { isReference, type Value } from '@/core/values/value'
import type { Field } from '@/generated/metadata'
import { FieldCell } from '@/plugins/fields/field-cell'
import { choicesOf, useFieldScope, type FieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { specOf } from '@/plugins/fields/spec-of'
import { issuesOf } from '@/shared/api/problem'
import { groupKey, groupRecords, ofGroup, type RecordGroup } from '@/shared/records/group-records'
import type { StoredRecord } from '@/shared/records/record'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { colorClass } from './color-class'
import type { ShownColumn } from './columns'
import { useRefreshing } from './kanban'
import type { PictureProps } from './picture-props'
import { cellColor, rowColor } from './record-colors'
import { useRecordPages } from './use-record-pages'
import styles from './views.module.css'

const OPEN_AT_FIRST = 4
const SUMMED = new Set(['money', 'decimal', 'integer'])

interface GroupedGridProps extends PictureProps {
  readonly group: Field
}

export function GroupedGrid(props: GroupedGridProps) {
  const { t } = useTranslation()
  const { entity, view, columns, query, group: field, onTotal } = props
  const scope = useFieldScope()
  const sums = useMemo(() => columns.map((column) => shownField(column.field, scope)).filter(({ type, id }) => SUMMED.has(type) && id !== field.id).slice(0, 10), [columns, field, scope])
  const names = sums.map(({ name }) => name)
  const { filter, search, conditions } = query
  const { data, error } = useQuery({
    queryKey: ['records', entity.id, 'groups', field.name, names, { filter, search, conditions }],
    queryFn: () => groupRecords(scope.app, entity.name, query, field.name, names),
    placeholderData: (before) => before,
  })
  const groups = useMemo(() => sorted(data?.items ?? [], field, view.groups?.[0]?.descending === true, scope), [data, field, view, scope])
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const total = data?.items.reduce((sum, { count }) => sum + count, 0)
  useRefreshing(props)
  useEffect(() => {
    if (total !== undefined) onTotal(total)
  }, [total, onTotal])
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined) return <Loading />
  const toggle = (key: string) => setToggled((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]))
  return (
    <div className={styles['grouped']} role="region" aria-label={t('list:records')}>
      {data.truncated && <Alert type="info" banner title={t('views:lane.cut')} />}
      <table className={styles['table']}>
        <Head columns={columns} />
        {groups.map((group, at) => {
          const key = groupKey(group.value)
          return <GroupRows key={key} {...props} value={group} isOpen={toggled.has(key) !== at < OPEN_AT_FIRST} onToggle={() => toggle(key)} />
        })}
      </table>
    </div>
  )
}

function Head({ columns }: { readonly columns: readonly ShownColumn[] }) {
  const scope = useFieldScope()
  return (
    <thead>
      <tr>
        {columns.map(({ field, width }) => (
          <th key={field.id} scope="col" data-align={specOf(shownField(field, scope)).align} style={{ minWidth: width ?? specOf(shownField(field, scope)).width }}>
            {text(field.label, scope.locale, field.name)}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface GroupRowsProps extends GroupedGridProps {
  readonly value: RecordGroup
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function GroupRows({ value: found, isOpen, onToggle, ...props }: GroupRowsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { group: field, columns } = props
  // The words of the group have the room up to its first sum.
  const summed = columns.findIndex((column, at) => at > 0 && found.sums[column.field.name] !== undefined)
  const room = summed < 0 ? columns.length : summed
  const amount = t('list:total', { count: found.count, amount: formatNumber(found.count, locale) })
  const Sign = isOpen ? DownOutlined : RightOutlined
  return (
    <tbody>
      <tr className={styles['groupHead']}>
        <th scope="rowgroup" colSpan={room}>
          <button type="button" className={styles['groupToggle']} aria-expanded={isOpen} onClick={onToggle}>
            <Sign aria-hidden />
            {found.value === null ? <span>{t('views:lane.none')}</span> : <FieldCell field={field} value={found.value} />}
            <span className={styles['groupCount']}>{amount}</span>
          </button>
        </th>
        {columns.slice(room).map((column) => (
          <td key={column.field.id} data-align="end" className={styles['groupSum']}>
            {found.sums[column.field.name] !== undefined && <FieldCell field={column.field} value={found.sums[column.field.name] as Value} />}
          </td>
        ))}
      </tr>
      {isOpen && <OpenGroup {...props} value={found.value} />}
    </tbody>
  )
}

function OpenGroup({ value, group: field, columns, query, entity, list, onOpen }: GroupedGridProps & { readonly value: Value }) {
  const { t } = useTranslation()
  const scope = useFieldScope()
  const asked = useMemo(() => ({ ...query, conditions: [...(query.conditions ?? []), ofGroup(field.name, value)] }), [query, field, value])
  const { records, isLoading, error, hasMore, more, isLoadingMore } = useRecordPages({ entity, list, query: asked })
  const open = (record: StoredRecord) => onOpen(record, records.map(({ id }) => id))
  return (
    <>
      {records.map((record) => (
        <tr key={record.id} className={`${styles['row'] ?? ''} ${colorClass(rowColor(record), 'row')}`} onClick={() => open(record)}>
          {columns.map(({ field: shown }, at) => (
            <td key={shown.id} data-align={specOf(shownField(shown, scope)).align} className={colorClass(cellColor(record, shown.id), 'cell')}>
              {at === 0 ? (
                <button type="button" className={styles['rowOpen']} onClick={(event) => (event.stopPropagation(), open(record))}>
                  <FieldCell field={shown} value={record[shown.name] as Value} />
                </button>
              ) : (
                <FieldCell field={shown} value={record[shown.name] as Value} />
              )}
            </td>
          ))}
        </tr>
      ))}
      {(isLoading || error !== null || hasMore) && (
        <tr>
          <td colSpan={columns.length}>
            {error !== null && <IssueList issues={issuesOf(error)} />}
            {isLoading && <Loading rows={2} />}
            {hasMore && (
              <Button type="link" size="small" loading={isLoadingMore} onClick={more}>
                {t('list:cards.more')}
              </Button>
            )}
          </td>
        </tr>
      )}
    </>
  )
}

/** Choices in the order of their list, others by what they are called; blank last. */
function sorted(groups: readonly RecordGroup[], field: Field, isDescending: boolean, scope: FieldScope): readonly RecordGroup[] {
  const places = new Map(field.type === 'choice' ? choicesOf(scope, field.options.list).map(({ value }, at) => [value, at]) : [])
  const rank = ({ value }: RecordGroup) => places.get(String(value)) ?? places.size
  const named = groups.filter(({ value }) => value !== null)
  const ordered = named.toSorted((one, other) => rank(one) - rank(other) || words(one.value).localeCompare(words(other.value), 'zh-CN', { numeric: true }))
  return [...(isDescending ? ordered.toReversed() : ordered), ...groups.filter(({ value }) => value === null)]
}

function words(value: Value): string {
  return isReference(value) ? (value.title ?? '') : String(value)
}
