/** What the server finds out about a flow of the draft: who its sources mean right now, and how it would run. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { Label, Who } from '@/generated/metadata'
import { request } from '@/shared/api/request'

import type { Draft, Words } from '../drafting/draft'
import type { Sample } from './sample'

export interface Asked {
  readonly id: string
  readonly name: Label
  /** Why this person. */
  readonly words: Words
}

export interface NamedPerson {
  readonly id: string
  readonly login: string
  readonly name: Label
}

/** A decision of somebody in a trial, or time that passes. */
export interface Move {
  readonly kind: 'approve' | 'reject' | 'submit' | 'time'
  /** The task, or for time the step whose time passes. */
  readonly task: number | null
  readonly node: string
}

export interface TriedStep {
  readonly node: string
  readonly outcome: string | null
  /** Why it went this way, and what would be done. */
  readonly reasons: readonly Words[]
  readonly effects: readonly Words[]
}

export interface TriedTask {
  readonly number: number
  readonly node: string
  readonly kind: 'approval' | 'fill_in' | 'resubmit'
  readonly person: { readonly id: string; readonly name: Label } | null
}

export interface Tried {
  readonly fires: boolean
  readonly why: Words | null
  readonly state: 'running' | 'completed' | 'rejected' | 'withdrawn' | 'cancelled'
  readonly steps: readonly TriedStep[]
  readonly tasks: readonly TriedTask[]
  /** Steps that wait for a time. */
  readonly timers: readonly string[]
  /** Steps that stopped with a fault. */
  readonly failed: readonly string[]
  readonly issues: readonly { readonly code: string; readonly words: Words }[]
}

function path(draft: Draft, flow: string): string {
  return `/design/${encodeURIComponent(draft.app)}/flows/${encodeURIComponent(flow)}`
}

export function rightNowQuery(draft: Draft, flow: string, who: readonly Who[], sample: Sample) {
  return queryOptions({
    queryKey: ['flow-people', draft.app, flow, who, sample],
    queryFn: ({ signal }) => request<{ readonly items: readonly Asked[] }>(`${path(draft, flow)}:people`, { method: 'POST', body: { who, ...sample }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}

export function staffingQuery(draft: Draft, flow: string, sample: Sample) {
  return queryOptions({
    queryKey: ['flow-staffing', draft.app, flow, draft.revision, sample],
    queryFn: ({ signal }) => request<{ readonly nobody: readonly string[] }>(`${path(draft, flow)}:staffing`, { method: 'POST', body: { ...sample }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
}

export function personsQuery(draft: Draft, search: string) {
  return queryOptions({
    queryKey: ['design-people', draft.app, search],
    queryFn: ({ signal }) => request<{ readonly items: readonly NamedPerson[] }>(`/design/${encodeURIComponent(draft.app)}/people`, { query: { search: search === '' ? undefined : search }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

export function trialQuery(draft: Draft, flow: string, sample: Sample, moves: readonly Move[]) {
  return queryOptions({
    queryKey: ['flow-trial', draft.app, flow, draft.revision, sample, moves],
    queryFn: ({ signal }) => request<Tried>(`${path(draft, flow)}:try`, { method: 'POST', body: { ...sample, moves }, signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}
