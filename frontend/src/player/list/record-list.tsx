/** Puts a view together: head, tools, and the records as the view shows them. */
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'

import { formatNumber } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import type { Entity, View } from '@/generated/metadata'
import { useColumns } from '@/plugins/views/columns'
import { layoutOf } from '@/plugins/views/layout'
import { RecordPicture } from '@/plugins/views/record-picture'
import { viewQuery } from '@/plugins/views/view-query'
import type { Definition } from '@/shared/definition/definition'
import { listRecords, type ListQuery } from '@/shared/records/list-records'
import type { StoredRecord } from '@/shared/records/record'
import { rememberList } from '@/shared/records/visited-list'
import { EmptyState } from '@/ui/feedback/empty-state'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { ListActions } from './list-actions'
import styles from './list.module.css'
import { useListState, type ListState } from './list-state'
import { ListTools } from './list-tools'
import { ViewSwitch } from './view-switch'

interface RecordListProps {
  readonly definition: Definition
  readonly entity: Entity
  readonly view: View
}

export function RecordList({ definition, entity, view }: RecordListProps) {
  const { state, change } = useListState()
  const shown = useColumns(definition, entity, view)
  const [total, setTotal] = useState<number>()
  const { app } = definition
  const list = useCallback((asked: ListQuery) => listRecords(app.name, entity.name, asked), [app.name, entity.name])
  const query = useMemo(() => viewQuery(definition, entity, view, state, shown.columns), [definition, entity, view, state, shown.columns])
  const open = useOpen(app.name, entity.name)
  // Lanes and days are there to be looked at, and dropped on, also while there is nothing in them.
  const isHidden = total === 0 && !['kanban', 'calendar'].includes(layoutOf(entity, view).kind)
  return (
    <Page wide filling>
      <ListHead definition={definition} entity={entity} view={view} total={total} query={query} />
      <ListTools entity={entity} state={state} onChange={change} columns={shown} />
      {total === 0 && <NothingHere state={state} entity={entity} />}
      <div className={isHidden ? styles['hidden'] : styles['records']}>
        <RecordPicture
          entity={entity}
          view={view}
          columns={shown.columns}
          list={list}
          query={query}
          onOpen={open}
          onTotal={setTotal}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
        />
      </div>
    </Page>
  )
}

interface ListHeadProps extends RecordListProps {
  readonly total: number | undefined
  readonly query: ListQuery
}

function ListHead({ definition, entity, view, total, query }: ListHeadProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const amount = total === undefined ? '' : t('list:total', { count: total, amount: formatNumber(total, locale) })
  return (
    <PageHeader
      title={text(view.label, locale, view.name)}
      description={<span aria-live="polite">{amount}</span>}
      actions={
        <>
          <ViewSwitch definition={definition} view={view} />
          <ListActions definition={definition} entity={entity} query={query} />
        </>
      }
    />
  )
}

function NothingHere({ state, entity }: { readonly state: ListState; readonly entity: Entity }) {
  const { t } = useTranslation()
  const isNarrowed = state.search !== '' || state.conditions.length > 0
  const label = text(entity.label, useLocale(), entity.name)
  return (
    <EmptyState
      icon={<Icon name={entity.icon} />}
      title={isNarrowed ? t('list:empty.narrowed') : t('list:empty', { label })}
      hint={isNarrowed ? t('list:empty.narrowed.hint') : t('list:empty.hint')}
    />
  )
}

/** Opens a record and remembers the list, so that the record leads to its neighbours and back. */
function useOpen(app: string, entity: string): (record: StoredRecord, around: readonly string[]) => void {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  return useCallback(
    (record, ids) => {
      rememberList(app, entity, { address: pathname + search, ids })
      void navigate(`/a/${app}/e/${entity}/${record.id}`)
    },
    [navigate, app, entity, pathname, search],
  )
}
