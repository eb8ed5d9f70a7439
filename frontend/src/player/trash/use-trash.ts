/** The deleted records of an entity, page by page, latest first, and what becomes of them. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'

import { issueText } from '@/core/issues/issue-text'
import { issuesOf } from '@/shared/api/problem'
import { listRecords } from '@/shared/records/list-records'
import type { RecordPlace } from '@/shared/records/one-record'

const PAGE = 50

export function useTrash({ app, entity }: RecordPlace) {
  return useInfiniteQuery({
    queryKey: ['trash', app, entity],
    queryFn: ({ pageParam, signal }) =>
      listRecords(app, entity, { trash: true, sort: '-modified_at', expand: '*', limit: PAGE, ...(pageParam !== null && { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })
}

/** Does something with the trash, says how it went, and asks for everything anew. */
export function useTrashDeed(): (deed: () => Promise<unknown>, done: string) => Promise<void> {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queryClient = useQueryClient()
  return async (deed, done) => {
    try {
      await deed()
      message.success(done)
    } catch (fault) {
      for (const issue of issuesOf(fault)) message.error(issueText(t, issue))
    }
    await queryClient.invalidateQueries()
  }
}
