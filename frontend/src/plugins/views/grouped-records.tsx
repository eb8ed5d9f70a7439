/** The records of an innermost group as rows, more of them as they are asked for. */
import type { Value } from '@/core/values/value'
import { FieldCell } from '@/plugins/fields/field-cell'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { specOf } from '@/plugins/fields/spec-of'
import { issuesOf } from '@/shared/api/problem'
import type { StoredRecord } from '@/shared/records/record'
import { IssueList } from '@/ui/feedback/issue-list'

import { colorClass } from './color-class'
import { indent, Note } from './group-note'
import { MoreRecords } from './more-records'
import type { PictureProps } from './picture-props'
import { cellColor, rowColor } from './record-colors'
import { useRecordPages } from './use-record-pages'
import styles from './views.module.css'

interface GroupedRecordsProps extends Pick<PictureProps, 'entity' | 'columns' | 'list' | 'query' | 'onOpen'> {
  /** How many groups they are in. */
  readonly depth: number
}

export function GroupedRecords({ columns, query, entity, list, onOpen, depth }: GroupedRecordsProps) {
  const pages = useRecordPages({ entity, list, query }, { isCounted: false })
  const { records, isLoading, error, hasMore } = pages
  const open = (record: StoredRecord) => onOpen(record, records.map(({ id }) => id))
  return (
    <>
      {records.map((record) => (
        <RecordRow key={record.id} record={record} columns={columns} depth={depth} onOpen={() => open(record)} />
      ))}
      {(isLoading || error !== null || hasMore) && (
        <Note span={columns.length}>
          {error !== null && <IssueList issues={issuesOf(error)} />}
          {isLoading && <span className={styles['waiting']} />}
          <MoreRecords pages={pages} />
        </Note>
      )}
    </>
  )
}

interface RecordRowProps extends Pick<PictureProps, 'columns'> {
  readonly record: StoredRecord
  readonly depth: number
  readonly onOpen: () => void
}

function RecordRow({ record, columns, depth, onOpen }: RecordRowProps) {
  const scope = useFieldScope()
  return (
    <tr tabIndex={-1} aria-level={depth + 1} className={`${styles['row'] ?? ''} ${colorClass(rowColor(record), 'row')}`} style={indent(depth)} onClick={onOpen}>
      {columns.map(({ field }, at) => (
        <td key={field.id} data-align={specOf(shownField(field, scope)).align} className={colorClass(cellColor(record, field.id), 'cell')}>
          {at === 0 ? (
            <button type="button" tabIndex={-1} className={styles['rowOpen']} onClick={(event) => (event.stopPropagation(), onOpen())}>
              <FieldCell field={field} value={record[field.name] as Value} />
            </button>
          ) : (
            <FieldCell field={field} value={record[field.name] as Value} />
          )}
        </td>
      ))}
    </tr>
  )
}
