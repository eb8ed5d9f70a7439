/** What the server says of an expression while it is typed: what is wrong and where, or what it gives for a sample. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { useSettled } from '@/plugins/fields/use-settled'
import { request } from '@/shared/api/request'

import type { Words } from '../drafting/draft'
import { useExpressionSite } from './expression-site'

export interface ExpressionIssue {
  readonly code: string
  readonly start: number
  readonly end: number
  readonly words: Words
}

export interface Check {
  readonly issues: readonly ExpressionIssue[]
  /** What kind of value it gives; null where something is wrong. */
  readonly kind: string | null
  readonly value: unknown
  readonly error: { readonly code: string; readonly words: Words } | null
}

export interface Asked {
  /** Id of the entity whose record it is about. */
  readonly entity: string
  readonly lines?: string | undefined
  /** In a condition over candidates, the entity of the record they are chosen for. */
  readonly record?: string | undefined
  readonly text: string
  readonly result: 'boolean' | 'any'
  /** Values to try it with, by dotted path. */
  readonly values: Readonly<Record<string, unknown>>
}

const PAUSE = 250

/** The check, and the text it is about; undefined until there is one. */
export function useCheck(asked: Asked | undefined): { readonly check: Check | undefined; readonly text: string } {
  const { app, revision, checkPath } = useExpressionSite()
  const settled = useSettled(asked, PAUSE)
  const { data } = useQuery({
    queryKey: ['expression-check', app, checkPath, revision, settled],
    queryFn: async ({ signal }) => ({
      check: await request<Check>(checkPath, { method: 'POST', body: settled, signal }),
      text: settled?.text ?? '',
    }),
    enabled: settled !== undefined && settled.text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
  return { check: data?.check, text: data?.text ?? '' }
}
