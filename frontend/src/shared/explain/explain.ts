/** Asking the server why somebody can or cannot do something. */
import { queryOptions } from '@tanstack/react-query'

import type { Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'

export const EXPLAINED_ACTIONS = ['read', 'create', 'update', 'delete', 'export', 'import'] as const
export type ExplainedAction = (typeof EXPLAINED_ACTIONS)[number]

export interface Question {
  readonly app: string
  readonly person: string
  /** Name of an entity. */
  readonly entity: string
  readonly action: ExplainedAction
  readonly record?: string
  /** Id of a field. */
  readonly field?: string
}

export interface Finding {
  readonly code: string
  /** Whether it speaks for the person, against them, or only tells. */
  readonly verdict: 'yes' | 'no' | 'tells'
  readonly words: Label
}

export interface Explained {
  /** Whether they can; null where it depends on what the asker may not see. */
  readonly allowed: boolean | null
  readonly findings: readonly Finding[]
}

export function explainQuery({ app, ...asked }: Question) {
  return queryOptions({
    queryKey: ['explain', app, asked],
    queryFn: ({ signal }) => request<Explained>(`/apps/${encodeURIComponent(app)}/explain`, { query: { ...asked }, signal }),
    staleTime: 0,
  })
}
