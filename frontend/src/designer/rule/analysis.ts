/** What the server finds out about a decision table of the draft, and what the table says of examples. */
import { queryOptions } from '@tanstack/react-query'

import type { Rule } from '@/generated/metadata'
import { request } from '@/shared/api/request'

import type { Draft, Words } from '../drafting/draft'

type Json = string | number | boolean | null

export interface Gap {
  readonly cells: readonly string[]
  readonly example: readonly Json[]
}

export interface Overlap {
  readonly rows: readonly [string, string]
  readonly example: readonly Json[]
}

export interface Analysis {
  readonly names: readonly { readonly name: string; readonly field: string | null }[]
  readonly gaps: readonly Gap[]
  readonly overlaps: readonly Overlap[]
  readonly unreached: readonly string[]
  readonly complete: boolean
  readonly expression: string | null
}

// Where the first row met counts, rows that are met together are how such tables are written.
const OVERLAPS_MATTER: ReadonlySet<string> = new Set(['unique', 'any', 'priority'])

/** The rows that are met together, where that matters. */
export function overlapsOf({ hit = 'first' }: Rule, { overlaps }: Analysis): readonly Overlap[] {
  return OVERLAPS_MATTER.has(hit) ? overlaps : []
}

export type Example = Readonly<Record<string, string>>

export interface Tried {
  readonly outputs: Readonly<Record<string, Json | readonly Json[] | { readonly error: string }>>
  readonly rows: readonly string[]
  readonly issues: readonly { readonly code: string; readonly path: readonly (string | number)[]; readonly words: Words }[]
}

function path(draft: Draft, rule: string): string {
  return `/design/${encodeURIComponent(draft.app)}/rules/${encodeURIComponent(rule)}`
}

export function analysisQuery(draft: Draft, rule: string) {
  return queryOptions({
    queryKey: ['rule-analysis', draft.app, rule, draft.revision],
    queryFn: () => request<Analysis>(`${path(draft, rule)}/analysis`),
    staleTime: Infinity,
  })
}

export function triedQuery(draft: Draft, rule: string, examples: readonly Example[]) {
  return queryOptions({
    queryKey: ['rule-tried', draft.app, rule, draft.revision, examples],
    queryFn: () => request<{ readonly items: readonly Tried[] }>(`${path(draft, rule)}:try`, { method: 'POST', body: { examples } }),
    staleTime: Infinity,
  })
}

/** A value of an answer as people read it. */
export function sayValue(value: Tried['outputs'][string] | undefined): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return value.map((each: Json) => sayValue(each)).join(', ')
  if (typeof value === 'object' && 'error' in value) return value.error
  return String(value)
}
