/** The tasks of one visit to a step; a step may be entered again after a return. */
import type { Run, RunStep, TaskItem } from '@/shared/flows/wire'

export function tasksOf({ tasks, steps }: Pick<Run, 'tasks' | 'steps'>, step: RunStep): readonly TaskItem[] {
  const visits = steps.filter(({ node }) => node === step.node)
  const next = visits[visits.indexOf(step) + 1]
  return tasks.filter(({ node, since }) => {
    const isAfter = visits[0] === step || since >= step.entered_at
    return node.id === step.node && isAfter && (next === undefined || since < next.entered_at)
  })
}
