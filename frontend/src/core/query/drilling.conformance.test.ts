/** What the browser asks on its way down is written beside the shared cases, and the server's tests read it there. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { expect, test } from 'vitest'

import type { Query, QueryDimension, Report } from '@/generated/metadata'

import { drilledQuery, type DrillStep } from './drilling'

interface Case {
  readonly name: string
  readonly steps: readonly { readonly dimension: string; readonly member: unknown; readonly grain?: QueryDimension['grain']; readonly level?: number }[]
}

interface Shared {
  readonly report: Pick<Report, 'query' | 'drill'>
  readonly cases: readonly Case[]
}

const FOLDER = resolve(import.meta.dirname, '../../../../tests/conformance/reports')
const { report, cases } = JSON.parse(readFileSync(`${FOLDER}/drilling.json`, 'utf8')) as Shared
const ASKED = JSON.parse(readFileSync(`${FOLDER}/drilling_asked.json`, 'utf8')) as Readonly<Record<string, Query>>

function asked({ steps }: Case): Query {
  const gone: DrillStep[] = []
  for (const { dimension, member, grain, level } of steps) {
    const from = drilledQuery([], report.query, gone).dimensions?.find(({ id }) => id === dimension)
    const set = report.drill?.find((path) => path.dimension === dimension)?.steps[level ?? -1]
    if (from === undefined) throw new Error(`no dimension ${dimension}`)
    gone.push({ from, member, title: '', to: set ?? { ...from, ...(grain === undefined ? {} : { grain }) } })
  }
  return drilledQuery([], report.query, gone)
}

test.each(cases)('$name', (each) => {
  expect(asked(each)).toEqual(ASKED[each.name])
})
