/** Places issues on a form: a sentence per field, per cell of detail lines, and those that have no place on it. */
import type { TFunction } from 'i18next'

import type { Entry } from '@/core/forms/entry'
import { itemsOf, type FormPlan } from '@/core/forms/plan'
import { pointerSteps, type Issue } from '@/core/issues/issue'
import { issueText } from '@/core/issues/issue-text'

/** Issues, and the entry they speak of: what has been changed since is no longer at fault. */
export interface Refusal {
  readonly issues: readonly Issue[]
  readonly entry: Entry
}

export interface Faults {
  /** By field name. */
  readonly fields: Readonly<Record<string, string>>
  /** By lines field, line key and column name. */
  readonly cells: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
  /** Still standing, in the order of the form. */
  readonly issues: readonly Issue[]
}

export const NO_FAULTS: Faults = { fields: {}, cells: {}, issues: [] }

export function faultsOf(refusal: Refusal | null, entry: Entry, plan: FormPlan, t: TFunction): Faults {
  if (refusal === null) return NO_FAULTS
  const standing = standingIssues(refusal, entry, plan)
  const placed = standing.map((issue) => ({ ...placeOf(issue, refusal.entry), sentence: issueText(t, issue) }))
  const fields = placed.filter(({ line }) => line === undefined).map(({ field, sentence }) => [field, sentence] as const)
  const cells: Record<string, Record<string, Record<string, string>>> = {}
  for (const { field, line, column, sentence } of placed) {
    if (line === undefined) continue
    const ofLine = ((cells[field] ??= {})[line] ??= {})
    ofLine[column ?? firstColumn(plan, field)] ??= sentence
  }
  return { fields: Object.fromEntries(fields.toReversed()), cells, issues: standing }
}

/** The issues that still hold, in the order of the form. */
export function standingIssues({ issues, entry: refused }: Refusal, entry: Entry, plan: FormPlan): Issue[] {
  return inFormOrder(issues.filter((issue) => isStanding(issue, refused, entry)), plan)
}

interface Place {
  readonly field: string
  /** Key of the line. */
  readonly line?: string
  readonly column?: string | undefined
}

/** Positions of lines are those of the entry that was refused. */
export function placeOf({ pointer }: Issue, entry: Entry): Place {
  const [field = '', position, column] = pointerSteps(pointer)
  const line = position === undefined ? undefined : entry.lines[field]?.[Number(position)]
  return line === undefined ? { field } : { field, line: line.key, column }
}

/** Whether what is at fault still stands as it was refused. */
function isStanding(issue: Issue, refused: Entry, entry: Entry): boolean {
  const { field, line, column } = placeOf(issue, refused)
  if (line === undefined) return refused.values[field] === entry.values[field] && isSameLines(refused, entry, field)
  const before = refused.lines[field]?.find(({ key }) => key === line)
  const now = entry.lines[field]?.find(({ key }) => key === line)
  return now !== undefined && (column === undefined ? before === now : before?.values[column] === now.values[column])
}

function isSameLines(refused: Entry, entry: Entry, field: string): boolean {
  return (refused.lines[field]?.length ?? 0) === (entry.lines[field]?.length ?? 0)
}

function inFormOrder(issues: readonly Issue[], plan: FormPlan): Issue[] {
  const order = itemsOf(plan).map(({ field }) => field.name)
  const rank = ({ pointer }: Issue) => (order.indexOf(pointerSteps(pointer)[0] ?? '') + order.length + 1) % (order.length + 1)
  return issues.toSorted((left, right) => rank(left) - rank(right))
}

function firstColumn(plan: FormPlan, name: string): string {
  const field = plan.entity.fields.find((each) => each.name === name)
  return (field?.type === 'lines' && field.options.fields[0]?.name) || ''
}
