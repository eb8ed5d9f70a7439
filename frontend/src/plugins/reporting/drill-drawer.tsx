/** The live records behind a figure; their sum stands above them, so that one can see it is the figure. */
import { CheckCircleOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatNumber } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { cellOf, columnOf, type Answer } from '@/core/query/answer'
import { fullFigure } from '@/core/query/figure'
import { isBlank, type Value, type WireLine } from '@/core/values/value'
import type { Entity, Field, Query } from '@/generated/metadata'
import type { Picked } from '@/plugins/charts/chart-spec'
import { FieldCell } from '@/plugins/fields/field-cell'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { issuesOf } from '@/shared/api/problem'
import { entityNamed, type Definition } from '@/shared/definition/definition'
import { recordTitle, type StoredRecord } from '@/shared/records/record'
import { drillQuery, type DrilledLine, type DrillPage } from '@/shared/reports/ask'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import styles from './reporting.module.css'

const MOST_COLUMNS = 5

export interface Drilled {
  readonly query: Query
  readonly answer: Answer
  readonly picked: Picked
}

interface DrillDrawerProps {
  readonly app: string
  readonly definition: Definition
  readonly drilled: Drilled | null
  readonly onClose: () => void
}

export function DrillDrawer({ app, definition, drilled, onClose }: DrillDrawerProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const column = drilled === null ? undefined : columnOf(drilled.answer, drilled.picked.measure)
  return (
    <Drawer open={drilled !== null} onClose={onClose} size={760} title={t('reports:drill', { figure: text(column?.label, locale, column?.id) })} destroyOnHidden>
      {drilled !== null && (
        <FieldScopeProvider definition={definition}>
          <Records app={app} definition={definition} drilled={drilled} />
        </FieldScopeProvider>
      )}
    </Drawer>
  )
}

interface RecordsProps {
  readonly app: string
  readonly definition: Definition
  readonly drilled: Drilled
}

function Records({ app, definition, drilled }: RecordsProps) {
  const { t } = useTranslation()
  const { query, answer, picked } = drilled
  const place = { measure: picked.measure, cell: cellOf(answer, picked.row) }
  const { data, error, isLoading, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(drillQuery(app, query, place))
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  const first = data?.pages[0]
  if (isLoading || first === undefined) return <Loading />
  const rows = data?.pages.flatMap(({ items }) => items.map(rowOf)) ?? []
  const entity = entityNamed(definition, first.entity)
  return (
    <>
      <Sum page={first} drilled={drilled} />
      {entity !== undefined && <RecordTable app={app} entity={entity} rows={rows} lines={first.lines ?? undefined} />}
      {hasNextPage && (
        <Button block className={styles['more']} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('reports:drill.more')}
        </Button>
      )}
    </>
  )
}

/** The figure computed anew from the records shown, beside the one that was clicked. */
function Sum({ page, drilled: { answer, picked } }: { readonly page: DrillPage; readonly drilled: Drilled }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const column = columnOf(answer, picked.measure)
  const [shown, summed] = [fullFigure(picked.row[picked.measure], column, locale), fullFigure(page.sum, column, locale)]
  const isSame = shown === summed
  return (
    <div className={styles['sum']}>
      <span>{t('reports:drill.total', { count: page.total, amount: formatNumber(page.total, locale) })}</span>
      <span>
        {t('reports:drill.sum')} <strong data-testid="drill-sum">{summed}</strong>
      </span>
      {isSame ? (
        <span className={styles['same']}>
          <CheckCircleOutlined aria-hidden /> {t('reports:drill.same')}
        </span>
      ) : (
        <Alert type="warning" showIcon title={t('reports:drill.differs', { figure: shown })} />
      )}
    </div>
  )
}

interface RecordTableProps {
  readonly app: string
  readonly entity: Entity
  readonly rows: readonly Row[]
  readonly lines: string | undefined
}

function RecordTable({ app, entity, rows, lines }: RecordTableProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const fields = shownFields(entity, rows, lines)
  if (rows.length === 0) return <p>{t('reports:drill.none')}</p>
  return (
    <div className={styles['scroll']}>
      <table className={styles['records']}>
        <thead>
          <tr>
            <th scope="col">{text(entity.label, locale, entity.name)}</th>
            {fields.map((field) => (
              <th key={field.id} scope="col">
                {text(field.label, locale, field.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <Link to={`/a/${app}/e/${entity.name}/${row.record.id}`}>{recordTitle(entity, row.record)}</Link>
              </th>
              {fields.map((field) => (
                <td key={field.id}>
                  <FieldCell field={field} value={valueIn(row, field)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A record, or one of its lines with it. */
interface Row {
  readonly key: string
  readonly record: StoredRecord
  readonly line: WireLine
}

const NO_LINE: WireLine = {}

function rowOf(item: DrillPage['items'][number]): Row {
  if (!isLine(item)) return { key: item.id, record: item, line: NO_LINE }
  return { key: String(item.line['id']), record: item.record, line: item.line }
}

function isLine(item: DrillPage['items'][number]): item is DrilledLine {
  return typeof item['line'] === 'object' && item['line'] !== null
}

/** The fields that hold something in these rows, those of the lines first. */
function shownFields(entity: Entity, rows: readonly Row[], lines: string | undefined): readonly Field[] {
  const columns = entity.fields.find(({ name, id }) => name === lines || id === lines)
  const own = columns?.type === 'lines' ? columns.options.fields : []
  const known = [...own, ...entity.fields].filter(({ id, type }) => id !== entity.title && type !== 'lines' && type !== 'attachment')
  return known.filter((field) => rows.some((row) => !isBlank(valueIn(row, field)))).slice(0, MOST_COLUMNS)
}

function valueIn({ record, line }: Row, { name }: Field): Value | undefined {
  return (line[name] ?? record[name]) as Value | undefined
}
