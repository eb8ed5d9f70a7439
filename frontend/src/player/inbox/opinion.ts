/** Whether a decision has to be accompanied by words. */
import type { OpinionRule, TaskAction } from '@/shared/flows/wire'

const REFUSING = new Set<TaskAction>(['reject', 'return'])
const DECIDING = new Set<TaskAction>(['approve', 'reject', 'return'])

export function isOpinionNeeded(rule: OpinionRule, action: TaskAction): boolean {
  if (rule === 'required') return DECIDING.has(action)
  return rule === 'required_to_reject' && REFUSING.has(action)
}
