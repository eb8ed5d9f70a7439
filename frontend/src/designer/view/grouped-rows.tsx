/** Below the columns of a grouped grid: its groups with their numbers and sums, and the first records. */
import { useMemo } from 'react'

import { columnsFor } from '@/plugins/views/columns'
import type { GroupLevel } from '@/plugins/views/group-level'
import { GroupRows, useGroups } from '@/plugins/views/group-rows'
import type { PictureProps } from '@/plugins/views/picture-props'
import { useOpenGroups } from '@/plugins/views/use-open-groups'
import { useSums } from '@/plugins/views/use-sums'
import { issuesOf } from '@/shared/api/problem'
import { IssueList } from '@/ui/feedback/issue-list'

import { fieldIn } from '../drafting/draft'
import type { PublishedView } from './published-view'
import { useView } from './view-context'

interface GroupedRowsProps extends Pick<PictureProps, 'list' | 'query'> {
  readonly published: PublishedView
  readonly levels: readonly GroupLevel[]
  readonly outermost: GroupLevel
}

const NO_PATH = [] as const
const NOTHING = () => undefined

export function GroupedRows({ published: { entity, view }, levels, outermost, list, query }: GroupedRowsProps) {
  const sums = useSums(useMemo(() => columnsFor(entity, view, undefined), [entity, view]), levels)
  const open = useOpenGroups(levels.length)
  const columns = useDraftColumns(entity)
  const { data, error } = useGroups({ entity, query, sums }, outermost)
  return (
    <tbody>
      {error !== null && (
        <tr>
          <td colSpan={columns.length}>
            <IssueList issues={issuesOf(error)} />
          </td>
        </tr>
      )}
      {data && <GroupRows entity={entity} columns={columns} list={list} onOpen={NOTHING} query={query} levels={levels} sums={sums} path={NO_PATH} open={open} level={outermost} found={data} />}
    </tbody>
  )
}

/** All columns there are in the draft; those of fields that are new have no values yet. */
function useDraftColumns(entity: PublishedView['entity']) {
  const { view, entity: drafted } = useView()
  return useMemo(
    () =>
      view.columns.flatMap(({ field: id, width }) => {
        const field = entity.fields.find((each) => each.id === id) ?? fieldIn(drafted, id)
        return field === undefined ? [] : [{ field, width }]
      }),
    [view.columns, entity, drafted],
  )
}
