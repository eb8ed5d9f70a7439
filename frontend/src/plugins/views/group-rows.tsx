/** The groups of one level as rows, each with its number and its sums; what is in an open group is asked for once it is in sight. */
import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/core/i18n/format'
import type { Value } from '@/core/values/value'
import { FieldCell } from '@/plugins/fields/field-cell'
import { useFieldScope } from '@/plugins/fields/scope'
import { issuesOf } from '@/shared/api/problem'
import { groupKey, groupRecords, type RecordGroup, type RecordGroups } from '@/shared/records/group-records'
import { narrowing, type ListQuery } from '@/shared/records/list-records'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { groupPeriod, inOrder, within, type GroupLevel } from './group-level'
import { indent, Note } from './group-note'
import { GroupedRecords } from './grouped-records'
import type { PictureProps } from './picture-props'
import type { OpenGroups, Path } from './use-open-groups'
import { UnlinkedCell } from './unlinked-cell'
import { useSeen } from './use-seen'
import styles from './views.module.css'

export interface GroupRowsProps extends Pick<PictureProps, 'entity' | 'columns' | 'list' | 'onOpen'> {
  /** All records of the group these are the parts of. */
  readonly query: ListQuery
  readonly levels: readonly GroupLevel[]
  /** Names of the fields added up. */
  readonly sums: readonly string[]
  readonly path: Path
  readonly open: OpenGroups
}

export function useGroups({ entity, query, sums }: Pick<GroupRowsProps, 'entity' | 'query' | 'sums'>, { field, grain }: GroupLevel) {
  const { app } = useFieldScope()
  return useQuery({
    queryKey: ['records', entity.id, 'groups', field.name, grain, sums, narrowing(query)],
    queryFn: () => groupRecords(app, entity.name, query, { by: field.name, sums, ...(grain && { grain }) }),
    placeholderData: (before) => before,
  })
}

/** The groups of a level that is not the outermost. */
function InnerGroups(props: GroupRowsProps & { readonly level: GroupLevel }) {
  const { data, error } = useGroups(props, props.level)
  if (error !== null || data === undefined) {
    return <Note span={props.columns.length}>{error === null ? <span className={styles['waiting']} /> : <IssueList issues={issuesOf(error)} />}</Note>
  }
  return <GroupRows {...props} found={data} />
}

export function GroupRows({ found, level, ...props }: GroupRowsProps & { readonly found: RecordGroups; readonly level: GroupLevel }) {
  const { t } = useTranslation()
  const scope = useFieldScope()
  const groups = useMemo(() => inOrder(found.items, level, scope), [found, level, scope])
  const hidden = found.groups - found.items.length
  return (
    <>
      {groups.map((group, at) => (
        <Group key={groupKey(group.value)} {...props} level={level} group={group} at={at} count={found.groups} />
      ))}
      {hidden > 0 && <Note span={props.columns.length}>{t('views:groups.more', { count: hidden, amount: formatNumber(hidden, scope.locale) })}</Note>}
    </>
  )
}

interface GroupProps extends GroupRowsProps {
  readonly level: GroupLevel
  readonly group: RecordGroup
  /** Its place among its siblings, and how many there are, told or not. */
  readonly at: number
  readonly count: number
}

function Group({ level, group, at, count, ...props }: GroupProps) {
  const scope = useFieldScope()
  const { query, open } = props
  const path = [...props.path, group.value]
  const isOpen = open.isOpen(path, at)
  const inside = useMemo(() => ({ ...query, conditions: [...(query.conditions ?? []), ...within(level, group.value, scope)] }), [query, level, group.value, scope])
  return (
    <>
      <GroupHead {...props} level={level} group={group} at={at} count={count} isOpen={isOpen} onToggle={() => open.toggle(path)} />
      {isOpen && <Inside {...props} query={inside} path={path} />}
    </>
  )
}

function GroupHead({ level, group, at, count, isOpen, onToggle, columns, path }: GroupProps & { readonly isOpen: boolean; readonly onToggle: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  // The words of the group have the room up to its first sum.
  const summed = columns.findIndex((column, index) => index > 0 && group.sums[column.field.name] !== undefined)
  const room = summed < 0 ? columns.length : summed
  const amount = t('list:total', { count: group.count, amount: formatNumber(group.count, locale) })
  const Sign = isOpen ? DownOutlined : RightOutlined
  return (
    <tr tabIndex={-1} aria-level={path.length + 1} aria-posinset={at + 1} aria-setsize={count} aria-expanded={isOpen} className={styles['groupHead']} data-depth={path.length} style={indent(path.length)} onClick={onToggle}>
      <th scope="rowgroup" colSpan={room}>
        <button type="button" tabIndex={-1} className={styles['groupToggle']} aria-expanded={isOpen} onClick={(event) => (event.stopPropagation(), onToggle())}>
          <Sign aria-hidden />
          <GroupWords level={level} value={group.value} />
          <span className={styles['groupCount']}>{amount}</span>
        </button>
      </th>
      {columns.slice(room).map((column) => (
        <td key={column.field.id} data-align="end" className={styles['groupSum']}>
          {group.sums[column.field.name] !== undefined && <FieldCell field={column.field} value={group.sums[column.field.name] as Value} />}
        </td>
      ))}
    </tr>
  )
}

/** What a group is called; a link within the button that opens the group could not be reached. */
function GroupWords({ level, value }: { readonly level: GroupLevel; readonly value: Value }) {
  const { t } = useTranslation()
  const scope = useFieldScope()
  if (value === null) return <span>{t('views:lane.none')}</span>
  return groupPeriod(level, value, scope) ?? <UnlinkedCell field={level.field} value={value} />
}

function Inside(props: GroupRowsProps) {
  const { isSeen, ref } = useSeen()
  const { levels, path, columns } = props
  const level = levels[path.length]
  if (!isSeen) {
    return (
      <tr ref={ref} className={styles['unseen']}>
        <td colSpan={columns.length} aria-hidden />
      </tr>
    )
  }
  return level === undefined ? <GroupedRecords {...props} depth={path.length} /> : <InnerGroups {...props} level={level} />
}
