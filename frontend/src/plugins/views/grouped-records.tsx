/** The records of an innermost group as rows, more of them as they are asked for. */
import type { ReactNode } from 'react'

import type { Value } from '@/core/values/value'
import { FieldCell } from '@/plugins/fields/field-cell'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { specOf } from '@/plugins/fields/spec-of'
import { issuesOf } from '@/shared/api/problem'
import { recordTitle, type StoredRecord } from '@/shared/records/record'
import { IssueList } from '@/ui/feedback/issue-list'

import { colorClass } from './color-class'
import { indent, Note } from './group-note'
import { MoreRecords } from './more-records'
import type { PictureProps } from './picture-props'
import { cellColor, rowColor } from './record-colors'
import { isLinked } from './unlinked-cell'
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
        <RecordRow key={record.id} record={record} entity={entity} columns={columns} depth={depth} onOpen={() => open(record)} />
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

interface RecordRowProps extends Pick<PictureProps, 'columns' | 'entity'> {
  readonly record: StoredRecord
  readonly depth: number
  readonly onOpen: () => void
}

function RecordRow({ record, entity, columns, depth, onOpen }: RecordRowProps) {
  const scope = useFieldScope()
  return (
    <tr tabIndex={-1} aria-level={depth + 1} className={`${styles['row'] ?? ''} ${colorClass(rowColor(record), 'row')}`} style={indent(depth)} onClick={onOpen}>
      {columns.map(({ field }, at) => {
        const shown = shownField(field, scope)
        const cell = <FieldCell field={field} value={record[field.name] as Value} />
        return (
          <td key={field.id} data-align={specOf(shown).align} className={colorClass(cellColor(record, field.id), 'cell')}>
            {at === 0 ? <Opener isLink={isLinked(shown)} cell={cell} name={recordTitle(entity, record)} onOpen={onOpen} /> : cell}
          </td>
        )
      })}
    </tr>
  )
}

interface OpenerProps {
  readonly isLink: boolean
  readonly cell: ReactNode
  readonly name: string
  readonly onOpen: () => void
}

/** The button of a row is its first value; where that leads elsewhere by itself, it stands unseen beside it. */
function Opener({ isLink, cell, name, onOpen }: OpenerProps) {
  const button = (
    <button type="button" tabIndex={-1} className={isLink ? 'visually-hidden' : styles['rowOpen']} onClick={(event) => (event.stopPropagation(), onOpen())}>
      {isLink ? name : cell}
    </button>
  )
  return (
    <>
      {button}
      {isLink && cell}
    </>
  )
}
