/** Tasks of one list, and the one that is open beside them. */
import { useTranslation } from 'react-i18next'

import { issuesOf } from '@/shared/api/problem'
import { useBox } from '@/shared/flows/tasks'
import type { TaskItem } from '@/shared/flows/wire'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'

import { useInboxPlace } from './inbox-place'
import styles from './inbox.module.css'
import { TaskList } from './task-list'
import { TaskView } from './task-view'
import { useInboxKeys } from './use-inbox-keys'

interface TaskBoxesProps {
  readonly box: 'todo' | 'done'
  readonly open: string | undefined
  readonly isPhone: boolean
}

export function TaskBoxes({ box, open, isPhone }: TaskBoxesProps) {
  const { t } = useTranslation()
  const { go } = useInboxPlace()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useBox(box)
  const tasks = data?.pages.flatMap(({ items }) => items) ?? []
  // Where there is room something is always open.
  const shown = open ?? (isPhone ? undefined : tasks[0]?.id)
  const onKeyDown = useInboxKeys({ ids: tasks.map(({ id }) => id), shown, show: (id) => go(box, id) })
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined && open === undefined) return <Loading />
  const detail = shown !== undefined && (
    <TaskView key={shown} id={shown} onBack={isPhone ? () => go(box) : undefined} onDecided={() => go(box, isPhone ? undefined : following(tasks, shown))} />
  )
  if (isPhone && detail !== false) return detail
  if (tasks.length === 0 && detail === false) return <EmptyState title={t(`flows:box.${box}.none`)} hint={t(`flows:box.${box}.none.hint`)} />
  return (
    // Keys work wherever in the two columns the focus is.
    <div className={styles['both']} onKeyDown={onKeyDown} role="presentation">
      <TaskList
        box={box}
        tasks={tasks}
        shown={shown}
        more={hasNextPage ? { isLoading: isFetchingNextPage, load: () => void fetchNextPage() } : undefined}
      />
      {detail}
    </div>
  )
}

/** What comes after a task in the list; before it, for the last one. */
function following(tasks: readonly TaskItem[], id: string): string | undefined {
  const at = tasks.findIndex((task) => task.id === id)
  return (tasks[at + 1] ?? tasks[at - 1])?.id
}
