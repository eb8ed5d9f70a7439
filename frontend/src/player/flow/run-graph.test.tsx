import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { RUN, TASK } from '@/app/testing/flows'
import { renderAt } from '@/app/testing/render'
import { translator } from '@/core/i18n/translator'
import { mainEdges } from '@/plugins/nodes/main-course'
import type { Run } from '@/shared/flows/wire'

import { FlowPath } from './flow-path'
import RunDrawing from './run-drawing'
import { runGraph, wasGone } from './run-graph'
import { tasksOf } from './step-tasks'

const WORDS = { t: translator.t, locale: 'en' as const, now: new Date('2026-11-23T03:00:00Z') }
const card = (run: Run, id: string) => runGraph(run, WORDS).nodes.find((node) => node.id === id)

const gone = (run: Run) => run.flow.edges.filter((edge) => wasGone(edge, run)).map(({ from, to }) => `${from} ${to}`)
const task = (id: string, since: string) => ({ ...TASK, id, since, node: { id: 'n', label: {} } })

const DECIDED: Run = {
  ...RUN,
  state: 'completed',
  ended_at: '2026-11-23T02:30:00Z',
  tokens: [],
  steps: [
    ...RUN.steps.slice(0, 1),
    { node: 'nod_direct', entered_at: '2026-11-23T02:00:00Z', left_at: '2026-11-23T02:20:00Z', outcome: 'approved', words: [] },
    { node: 'nod_status', entered_at: '2026-11-23T02:20:00Z', left_at: '2026-11-23T02:30:00Z', outcome: 'done', words: [] },
  ],
  tasks: [{ ...TASK, state: 'approved', decided_at: '2026-11-23T02:20:00Z', opinion: 'Good price' }],
}

describe('a run on its drawing', () => {
  test('stands where its token is, and says who is waited for', () => {
    expect(card(RUN, 'nod_amount')?.state).toBe('passed')
    expect(card(RUN, 'nod_direct')).toMatchObject({ state: 'current', note: 'Waiting for Li Na · 1 hour ago' })
    expect(card(RUN, 'nod_status')?.state).toBe('ahead')
  })

  test('has gone exactly the ways whose outcome came about', () => {
    expect(gone(RUN)).toEqual(['trigger nod_amount', 'nod_amount nod_direct'])
    expect(gone(DECIDED)).toEqual(['trigger nod_amount', 'nod_amount nod_direct', 'nod_direct nod_status', 'nod_status end'])
    expect(card(DECIDED, 'end')?.state).toBe('passed')
  })

  test('a step that failed is marked', () => {
    const failed = { ...DECIDED, steps: [{ node: 'nod_status', entered_at: 'a', left_at: '2026-11-23T02:30:00Z', outcome: 'error', words: [] }] }
    expect(card(failed, 'nod_status')?.state).toBe('failed')
  })

  test('the usual course takes the first branch and the good outcome', () => {
    expect([...mainEdges(RUN.flow.edges)].map(({ from, to }) => `${from} ${to}`)).toEqual(['trigger nod_amount', 'nod_amount nod_direct', 'nod_direct nod_status', 'nod_status end'])
  })

  test('shows why a step went as it did when its card is chosen', async () => {
    const { container } = renderAt(<RunDrawing run={RUN} />)

    const panel = await screen.findByRole('complementary', { name: 'About this step' })
    expect(within(panel).getByText('Li Na is sales director')).toBeTruthy()
    // A press would begin to move the canvas, which needs a real window.
    fireEvent.click(screen.getByRole('button', { name: /How much/ }))
    expect(within(panel).getByText('Total 12,000 is over 10,000')).toBeTruthy()
    expect(within(panel).getByText('Over 10,000')).toBeTruthy()
    expect(within(panel).getByText(/release 3/)).toBeTruthy()
    await expectAccessible(container)
  })
})

describe('the course as a list', () => {
  test('names steps in order with outcomes and opinions', async () => {
    const { container } = renderAt(<FlowPath run={DECIDED} />)

    const entries = screen.getAllByRole('listitem').filter((item) => item.dataset['state'] !== undefined)
    expect(entries.map((entry) => entry.textContent)).toEqual([
      expect.stringContaining('Record changed'),
      expect.stringContaining('How much · Over 10,000'),
      expect.stringContaining('Sales director approves · Approved'),
      expect.stringContaining('Mark as confirmed'),
    ])
    expect(screen.getByText('Good price')).toBeTruthy()
    await expectAccessible(container)
  })

  test('a step that was entered twice keeps the tasks of each visit apart', () => {
    const first = { node: 'n', entered_at: '2026-01-01T00:00:00Z', left_at: '2026-01-01T01:00:00Z', outcome: 'returned', words: [] }
    const second = { ...first, entered_at: '2026-01-02T00:00:00Z', left_at: null, outcome: null }
    const run = { steps: [first, second], tasks: [task('a', '2026-01-01T00:00:00Z'), task('b', '2026-01-02T00:00:00Z')] }

    expect(tasksOf(run, first).map(({ id }) => id)).toEqual(['a'])
    expect(tasksOf(run, second).map(({ id }) => id)).toEqual(['b'])
  })
})
