/** Lanes, days or pictures with the records there are. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { columnsFor } from '@/plugins/views/columns'
import { layoutOf } from '@/plugins/views/layout'
import { RecordPicture } from '@/plugins/views/record-picture'
import { NOTHING_ADDED, viewQuery } from '@/plugins/views/view-query'
import { listRecords, type ListQuery } from '@/shared/records/list-records'
import { EmptyState } from '@/ui/feedback/empty-state'

import type { PublishedView } from './published-view'

const NOTHING = () => undefined

export function LivePicture({ published }: { readonly published: PublishedView }) {
  const { t } = useTranslation()
  const { definition, entity, view } = published
  const columns = useMemo(() => columnsFor(entity, view, undefined), [entity, view])
  const query = useMemo(() => viewQuery(definition, entity, view, NOTHING_ADDED, columns), [definition, entity, view, columns])
  const list = useMemo(() => (asked: ListQuery) => listRecords(definition.app.name, entity.name, asked), [definition, entity])
  const kind = view.kind ?? 'grid'
  if (layoutOf(entity, view).kind !== kind) return <EmptyState title={t('viewdesign:layout.missing')} hint={t(`viewdesign:layout.missing.${kind}`)} />
  return <RecordPicture entity={entity} view={view} columns={columns} list={list} query={query} onOpen={NOTHING} onTotal={NOTHING} sort={[]} onSort={NOTHING} />
}
