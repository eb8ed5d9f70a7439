/** The outcome of reading what a person typed or pasted: a value, or why it cannot be one. */
import type { Issue, IssueParam } from '@/core/issues/issue'

import type { Value } from './value'

export type Parsed = { readonly value: Value } | { readonly issue: Issue }

export function parsed(value: Value): Parsed {
  return { value }
}

export function unreadable(code: string, params: Readonly<Record<string, IssueParam>> = {}): Parsed {
  return { issue: { code, pointer: '', params } }
}

export function isUnreadable(outcome: Parsed): outcome is { readonly issue: Issue } {
  return 'issue' in outcome
}
