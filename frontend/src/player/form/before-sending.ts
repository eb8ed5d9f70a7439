/** What is wrong with an entry before it is sent: missing entries, choices that may not be made, cells nobody can read. */
import { misplacedItems, missingItems } from '@/core/forms/behaviour'
import { hasRejected } from '@/core/forms/changes'
import type { Entry } from '@/core/forms/entry'
import type { FormPlan } from '@/core/forms/plan'
import type { Issue } from '@/core/issues/issue'
import type { Field } from '@/generated/metadata'

import type { RecordSession } from './use-record-session'

/** The server would only say the same. */
export function beforeSending(plan: FormPlan, entry: Entry, { behaviour }: Pick<RecordSession, 'behaviour'>): Issue[] {
  const missing = missingItems(plan, entry, behaviour).map(({ field }) => ({ code: 'entry.required', pointer: `/${field.name}`, params: {} }))
  const misplaced = misplacedItems(plan, entry, behaviour).map(({ field }) => ({ code: 'value.choice.not_offered', pointer: `/${field.name}`, params: labelParams(field) }))
  return [...missing, ...misplaced, ...(hasRejected(entry) ? rejectedIssues(entry) : [])]
}

/** Its label in every language, as sentences take it. */
function labelParams({ label }: Field): Issue['params'] {
  return Object.fromEntries(Object.entries(label).map(([language, words]) => [`field.${language}`, words]))
}

function rejectedIssues(entry: Entry): Issue[] {
  return Object.entries(entry.lines).flatMap(([name, lines]) =>
    lines.flatMap((line, at) => Object.entries(line.rejected).map(([column, { issue }]) => ({ ...issue, pointer: `/${name}/${at}/${column}` }))),
  )
}
