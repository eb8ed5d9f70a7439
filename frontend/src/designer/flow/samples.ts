/** Records to look at a flow with, under the rights of whoever looks; of an entity that is not in use yet there are none. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { Entity } from '@/generated/metadata'
import { listRecords } from '@/shared/records/list-records'
import { recordTitle } from '@/shared/records/record'

const MOST = 20

export function samplesQuery(app: string, entity: Entity, search: string) {
  return queryOptions({
    queryKey: ['flow-samples', app, entity.name, search],
    queryFn: async ({ signal }) => {
      const page = await listRecords(app, entity.name, { limit: MOST, ...(search !== '' && { search }) }, signal)
      return page.items.map((record) => ({ id: record.id, title: recordTitle(entity, record) }))
    },
    placeholderData: keepPreviousData,
    retry: false,
  })
}
