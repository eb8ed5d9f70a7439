/** The columns of a grid with the first records below them. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/core/i18n/format'
import type { Value } from '@/core/values/value'
import type { Entity, Field } from '@/generated/metadata'
import { FieldCell } from '@/plugins/fields/field-cell'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { specOf } from '@/plugins/fields/spec-of'
import { colorClass } from '@/plugins/views/color-class'
import { columnsFor } from '@/plugins/views/columns'
import type { GroupLevel } from '@/plugins/views/group-level'
import { headerWidth } from '@/plugins/views/header-width'
import { layoutOf } from '@/plugins/views/layout'
import { cellColor, coloredList, rowColor } from '@/plugins/views/record-colors'
import { TreeTable } from '@/plugins/views/tree-table'
import { NOTHING_ADDED, viewQuery } from '@/plugins/views/view-query'
import views from '@/plugins/views/views.module.css'
import { issuesOf } from '@/shared/api/problem'
import { listRecords, type ListQuery } from '@/shared/records/list-records'
import type { StoredRecord } from '@/shared/records/record'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import { text } from '@/core/i18n/text'

import { fieldIn } from '../drafting/draft'
import { ColumnsEnd } from './card-strip'
import { ColumnHead } from './column-head'
import { GroupedRows } from './grouped-rows'
import type { PublishedView } from './published-view'
import { useView } from './view-context'
import styles from './view.module.css'

const ROWS = 20
const USUAL_WIDTH = 140

export function ColumnTable({ published }: { readonly published: PublishedView | null }) {
  const { t } = useTranslation()
  const { view, entity } = useView()
  const locale = useLocale()
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>({})
  const widthOf = (id: string, width: number | undefined) => {
    const field = fieldIn(entity, id)
    return widths[id] ?? Math.max(width ?? (field ? specOf(field).width : USUAL_WIDTH), headerWidth(text(field?.label, locale, id)) + 24)
  }
  const resize = (id: string, width: number | null) =>
    setWidths((before) => {
      const { [id]: _old, ...others } = before
      return width === null ? others : { ...others, [id]: width }
    })
  const levels = published === null ? undefined : layoutOf(published.entity, published.view).groups
  const content = (
    <>
      <thead>
        <tr>
          {view.columns.map((column, index) => {
            const width = widthOf(column.field, column.width)
            return (
              <th key={column.field} scope="col" style={{ width, minWidth: width, maxWidth: width }}>
                <ColumnHead column={column} field={fieldIn(entity, column.field)} index={index} width={width} onWidth={(now) => resize(column.field, now)} />
              </th>
            )
          })}
          <td className={styles['endCell']}>
            <ColumnsEnd />
          </td>
        </tr>
      </thead>
      {published && <Rows published={published} levels={levels} />}
    </>
  )
  return (
    <div className={styles['tableFrame']}>
      {levels === undefined ? (
        <table className={styles['table']}>{content}</table>
      ) : (
        <TreeTable label={t('viewdesign:canvas')} className={styles['table']}>
          {content}
        </TreeTable>
      )}
    </div>
  )
}

function Rows({ published, levels }: { readonly published: PublishedView; readonly levels: readonly GroupLevel[] | undefined }) {
  const source = useSource(published)
  const [outermost] = levels ?? []
  if (levels === undefined || outermost === undefined) return <PlainRows published={published} {...source} />
  return <GroupedRows published={published} levels={levels} outermost={outermost} {...source} />
}

function PlainRows({ published, list, query }: { readonly published: PublishedView } & ReturnType<typeof useSource>) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { view: shown } = useView()
  const { definition, entity, view } = published
  const { data: page, error } = useQuery({
    queryKey: ['records', entity.id, 'design', query, view.colors],
    queryFn: () => list({ ...query, limit: ROWS, count: 'exact' }),
    placeholderData: (before) => before,
  })
  const columns = shown.columns.map(({ field }) => entity.fields.find(({ id }) => id === field))
  const span = shown.columns.length + 1
  return (
    <tbody>
      {page?.items.map((record) => <Row key={record.id} record={record} columns={columns} entity={entity} />)}
      <tr>
        <td colSpan={span} className={styles['note']}>
          {error !== null && <IssueList issues={issuesOf(error)} />}
          {page?.total !== undefined && t('viewdesign:rows', { shown: formatNumber(page.items.length, locale), count: page.total, amount: formatNumber(page.total, locale), app: definition.app.name })}
        </td>
      </tr>
    </tbody>
  )
}

function Row({ record, columns }: { readonly record: StoredRecord; readonly columns: readonly (Field | undefined)[]; readonly entity: Entity }) {
  const scope = useFieldScope()
  return (
    <tr className={`${views['row'] ?? ''} ${colorClass(rowColor(record), 'row')}`}>
      {columns.map((field, at) =>
        field === undefined ? (
          // A field that is new in the draft has no values yet.
          // eslint-disable-next-line react/no-array-index-key
          <td key={at} className={styles['absent']}>
            —
          </td>
        ) : (
          <td key={field.id} data-align={specOf(shownField(field, scope)).align} className={colorClass(cellColor(record, field.id), 'cell')}>
            <FieldCell field={field} value={record[field.name] as Value} />
          </td>
        ),
      )}
      <td aria-hidden />
    </tr>
  )
}

function useSource({ definition, entity, view }: PublishedView) {
  return useMemo(() => {
    const query = viewQuery(definition, entity, view, NOTHING_ADDED, columnsFor(entity, view, undefined))
    const plain = (asked: ListQuery) => listRecords(definition.app.name, entity.name, asked)
    return { query, list: coloredList(plain, view) }
  }, [definition, entity, view])
}
