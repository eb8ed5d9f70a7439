/** Records as a grid: any number of them, fetched as they come into sight, sorted by the server, moved through by keyboard. */
import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale'
import {
  CellStyleModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RowApiModule,
  RowStyleModule,
  themeQuartz,
  type CellKeyDownEvent,
  type ColDef,
  type GridApi,
  type IDatasource,
  type SortChangedEvent,
} from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Value } from '@/core/values/value'
import { FieldCell } from '@/plugins/fields/field-cell'
import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'
import { specOf } from '@/plugins/fields/spec-of'
import type { ListQuery } from '@/shared/records/list-records'
import type { StoredRecord } from '@/shared/records/record'
import { styleNonce } from '@/ui/content-security'
import { useLocale } from '@/ui/locale/interface-language'

import type { ShownColumn } from './columns'
import { headerWidth } from './header-width'
import type { PictureProps } from './picture-props'
import { cellColor, rowColor } from './record-colors'
import { colorClass } from './color-class'
import styles from './views.module.css'
import type { SortKey } from './sort-key'
import { recordPager } from './record-pager'
import { useQuietRefresh } from './use-quiet-refresh'

const MODULES = [InfiniteRowModelModule, LocaleModule, RowApiModule, RowStyleModule, CellStyleModule, ColumnApiModule]
const BLOCK = 100
/** Types whose values have no order a reader would expect. */
const UNSORTED = new Set(['attachment', 'multi_choice', 'lines'])

const THEME = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  rowHeight: 38,
  headerHeight: 38,
  backgroundColor: 'var(--ant-color-bg-container)',
  foregroundColor: 'var(--ant-color-text)',
  headerBackgroundColor: 'var(--ant-color-fill-quaternary)',
  headerTextColor: 'var(--ant-color-text-secondary)',
  headerFontWeight: 500,
  borderColor: 'var(--ant-color-border-secondary)',
  rowHoverColor: 'var(--ant-color-fill-tertiary)',
  accentColor: 'var(--ant-color-primary)',
  wrapperBorderRadius: 8,
  cellHorizontalPadding: 12,
})

interface RecordGridProps extends Omit<PictureProps, 'entity' | 'view'> {
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: readonly SortKey[]) => void
}

export function RecordGrid({ list, query, columns, sort, onSort, onOpen, onTotal }: RecordGridProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const grid = useRef<GridApi<StoredRecord>>(null)
  const source = useMemo(() => datasource(list, query, onTotal), [list, query, onTotal])
  const definitions = useColumnDefinitions(columns, sort)
  // The rows stay until the new ones are there, and where they are told apart by id the focus stays with them.
  useQuietRefresh(useFieldScope().app, () => {
    source.renew()
    grid.current?.refreshInfiniteCache()
  })
  return (
    <div className={styles['grid']} aria-label={t('list:records')} role="region">
      <AgGridReact<StoredRecord>
        modules={MODULES}
        theme={THEME}
        styleNonce={styleNonce}
        localeText={locale === 'zh-CN' ? AG_GRID_LOCALE_CN : {}}
        rowModelType="infinite"
        cacheBlockSize={BLOCK}
        maxBlocksInCache={40}
        blockLoadDebounceMillis={40}
        datasource={source}
        columnDefs={definitions}
        getRowId={({ data }) => data.id}
        getRowClass={({ data }) => (data ? colorClass(rowColor(data), 'row').split(' ').filter(Boolean) : [])}
        suppressMultiSort={false}
        suppressCellFocus={false}
        onGridReady={({ api }) => {
          grid.current = api
        }}
        onSortChanged={(event) => onSort(sortOf(event))}
        onRowClicked={({ data, api }) => data && onOpen(data, loadedIds(api))}
        onCellKeyDown={(event) => openOnEnter(event as CellKeyDownEvent<StoredRecord>, onOpen)}
      />
    </div>
  )
}

interface RenewableSource extends IDatasource {
  /** Forgets where pages began and how many records there were. */
  readonly renew: () => void
}

function datasource(list: RecordGridProps['list'], query: ListQuery, onTotal: (total: number) => void): RenewableSource {
  let pager = recordPager(list, query)
  return {
    renew: () => {
      pager = recordPager(list, query)
    },
    getRows: ({ startRow, endRow, successCallback, failCallback }) => {
      pager.stretch(startRow, endRow).then(({ records, total }) => {
        if (total !== undefined) onTotal(total)
        successCallback([...records], total)
      }, failCallback)
    },
  }
}

function useColumnDefinitions(columns: readonly ShownColumn[], sort: readonly SortKey[]): ColDef<StoredRecord>[] {
  const scope = useFieldScope()
  const locale = useLocale()
  return useMemo(
    () =>
      columns.map(({ field, width }) => {
        const shown = shownField(field, scope)
        const spec = specOf(shown)
        const place = sort.findIndex((key) => key.field === field.name)
        const headerName = text(field.label, locale, field.name)
        const wanted = Math.max(width ?? spec.width, headerWidth(headerName))
        return {
          colId: field.name,
          headerName,
          // Texts share what room is left on a wide screen; numbers stay where the eye compares them.
          ...(spec.align === 'start' ? { flex: wanted, minWidth: wanted } : { width: wanted, minWidth: headerWidth(headerName) }),
          sortable: !UNSORTED.has(shown.type),
          sort: place < 0 ? null : sort[place]?.descending === true ? 'desc' : 'asc',
          sortIndex: place < 0 ? null : place,
          headerClass: spec.align === 'end' ? 'ag-right-aligned-header' : '',
          cellClass: ({ data }) => [spec.align === 'end' ? 'ag-right-aligned-cell' : '', ...(data ? colorClass(cellColor(data, field.id), 'cell').split(' ') : [])].filter(Boolean),
          cellRenderer: ({ data }: { data?: StoredRecord }) => (data ? <FieldCell field={field} value={data[field.name] as Value} /> : <Waiting />),
        } satisfies ColDef<StoredRecord>
      }),
    [columns, sort, scope, locale],
  )
}

/** Stands in a cell whose record is still on its way. */
function Waiting() {
  return <span className={styles['waiting']} />
}

function sortOf({ api }: SortChangedEvent<StoredRecord>): readonly SortKey[] {
  const sorted = api.getColumnState().filter(({ sort }) => sort === 'asc' || sort === 'desc')
  return sorted
    .toSorted((one, other) => (one.sortIndex ?? 0) - (other.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ field: colId, descending: sort === 'desc' }))
}

function openOnEnter({ event, data, api }: CellKeyDownEvent<StoredRecord>, onOpen: RecordGridProps['onOpen']): void {
  if (event instanceof KeyboardEvent && event.key === 'Enter' && data) onOpen(data, loadedIds(api))
}

/** The rows loaded so far, in their order. */
function loadedIds(api: GridApi<StoredRecord>): string[] {
  const ids: string[] = []
  api.forEachNode(({ data }) => data && ids.push(data.id))
  return ids
}
