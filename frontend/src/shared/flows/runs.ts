/** Runs of flows at the server: one run, the runs of a record, starting and stopping them, and who will be asked. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'

import type { Edge } from '@/generated/metadata'
import { request } from '@/shared/api/request'
import { recordsPath } from '@/shared/records/list-records'
import { recordPath, type RecordBody, type RecordPlace } from '@/shared/records/one-record'

import type { ForecastFlow, RecordFlows, Run, RunCommand, RunPlace } from './wire'

export function runQuery({ app, flow, id }: RunPlace) {
  return queryOptions({ queryKey: ['run', app, flow, id], queryFn: () => readRun({ app, flow, id }) })
}

async function readRun(place: RunPlace): Promise<Run> {
  return asDocument(await request<SentRun>(runPath(place)))
}

/** A run as it is sent: edges name what they have not as null. */
type SentRun = Omit<Run, 'flow'> & { readonly flow: Omit<Run['flow'], 'edges'> & { readonly edges: readonly Readonly<Record<string, string | null>>[] } }

function asDocument(run: SentRun): Run {
  const edges = run.flow.edges.map((edge) => Object.fromEntries(Object.entries(edge).filter(([, value]) => value !== null)) as unknown as Edge)
  return { ...run, flow: { ...run.flow, edges } }
}

function runsPath(app: string, flow: string): string {
  return `/apps/${encodeURIComponent(app)}/flows/${encodeURIComponent(flow)}/instances`
}

function runPath({ app, flow, id }: RunPlace): string {
  return `${runsPath(app, flow)}/${encodeURIComponent(id)}`
}

export function recordFlowsQuery(place: RecordPlace, id: string) {
  return queryOptions({
    queryKey: ['record-flows', place.app, place.entity, id],
    queryFn: () => request<RecordFlows>(`${recordPath(place, id)}/flows`),
  })
}

/** Withdraws, cancels or reminds. */
export function useRunCommand(place: RunPlace) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (command: RunCommand) => asDocument(await request<SentRun>(`${runPath(place)}:${command}`, { method: 'POST' })),
    onSuccess: async (run) => {
      queryClient.setQueryData(runQuery(place).queryKey, run)
      const stale = new Set(['tasks', 'task', 'record-flows', 'history'])
      await queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.has(String(queryKey[0])) })
    },
  })
}

/** Presses a button of a record: starts its flow. */
export function useStartFlow(place: RecordPlace, record: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (flow: string) => request<{ readonly instance: string }>(runsPath(place.app, flow), { method: 'POST', body: { record } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: recordFlowsQuery(place, record).queryKey }),
  })
}

interface ForecastSource {
  readonly place: RecordPlace
  readonly id: string | null
  readonly values: RecordBody
}

/** Who will be asked when this is saved; the last answer stands while the next one is on its way. */
export function forecastQuery({ place, id, values }: ForecastSource) {
  const body = id === null ? { values } : { id, values }
  return queryOptions({
    queryKey: ['forecast', place.app, place.entity, body],
    queryFn: async ({ signal }) => {
      const path = `${recordsPath(place.app, place.entity)}:forecast`
      return (await request<{ flows: readonly ForecastFlow[] }>(path, { method: 'POST', body, signal })).flows
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}
