import { afterEach, expect, test, vi } from 'vitest'

import { ApiProblem } from '@/shared/api/problem'

import type { Draft } from './draft'
import { createEditQueue, type EditQueue } from './edit-queue'
import { newEditId, waitingEdits, type WaitingEdit } from './waiting-edits'

const DRAFT = { app: 'sales', revision: 1 } as Draft
const offline = () => new ApiProblem(0, {})
const refused = () => new ApiProblem(422, { issues: [{ code: 'command.field.missing', pointer: '', params: {} }] })

afterEach(() => {
  vi.useRealTimers()
})

type Answer = Draft | ApiProblem

/** A queue whose server answers what the test says, one after the other; the last answer stays. */
function queueAnswering(...answers: Answer[]) {
  const sent: WaitingEdit[] = []
  const send = async (edit: WaitingEdit) => {
    sent.push(edit)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer instanceof ApiProblem) throw answer
    return answer ?? DRAFT
  }
  const queue = createEditQueue({ kept: waitingEdits('u1', 'sales'), send, pause: () => 1_000_000 })
  return { queue, sent }
}

const stored = () => Object.keys(localStorage).filter((key) => key.startsWith('tongdao.edit.'))

async function untilOffline(queue: EditQueue): Promise<void> {
  await vi.waitFor(() => expect(queue.state().isOffline).toBe(true))
}

test('an edit is kept until the server has acknowledged it', async () => {
  const { queue, sent } = queueAnswering(DRAFT)

  const answer = queue.add('/commands', { kind: 'add_field', params: {} })

  expect(stored()).toHaveLength(1)
  expect(await answer).toBe(DRAFT)
  expect(sent[0]).toMatchObject({ call: '/commands', body: { kind: 'add_field' } })
  expect(stored()).toEqual([])
})

test('without a network edits wait in their order and go as soon as it is back', async () => {
  const { queue, sent } = queueAnswering(offline(), DRAFT)
  const first = queue.add('/commands', { kind: 'a' })
  const second = queue.add(':undo', {})
  await untilOffline(queue)
  expect(queue.state().waiting).toHaveLength(2)

  queue.wake()

  expect(await Promise.all([first, second])).toEqual([DRAFT, DRAFT])
  expect(sent.map(({ call }) => call)).toEqual(['/commands', '/commands', ':undo'])
  expect(sent[0]?.id).toBe(sent[1]?.id)
  expect(queue.state()).toMatchObject({ waiting: [], isOffline: false })
})

test('what a closed tab left behind is sent by the next one, under the same id', async () => {
  const closed = queueAnswering(offline())
  void closed.queue.add('/commands', { kind: 'a' })
  await untilOffline(closed.queue)

  const { queue, sent } = queueAnswering(DRAFT)
  queue.wake()
  await queue.settled()

  expect(sent).toEqual([closed.sent[0]])
  expect(stored()).toEqual([])
})

test('edits of another person at this browser are not sent', () => {
  waitingEdits('u2', 'sales').put({ id: newEditId(), call: '/commands', body: {} })

  expect(queueAnswering(DRAFT).queue.state().waiting).toEqual([])
})

test('an ended session leaves edits waiting, for the next sign-in to send', async () => {
  const { queue, sent } = queueAnswering(new ApiProblem(401, {}), DRAFT)
  void queue.add('/commands', { kind: 'a' })
  await queue.settled()
  expect(stored()).toHaveLength(1)

  queue.wake()
  await queue.settled()

  expect(sent).toHaveLength(2)
  expect(stored()).toEqual([])
})

test('a refused edit says why, is not in the way of others, and can be tried again', async () => {
  const { queue, sent } = queueAnswering(refused(), DRAFT)

  const [first, second] = await Promise.all([queue.add('/commands', { kind: 'a' }), queue.add('/commands', { kind: 'b' })])
  const [refusal] = queue.state().refused
  expect([first, second]).toEqual([null, DRAFT])
  expect(refusal).toMatchObject({ isLate: false, issues: [{ code: 'command.field.missing' }] })

  if (refusal) queue.tryAgain(refusal)
  await queue.settled()

  expect(sent.map(({ body }) => body['kind'])).toEqual(['a', 'b', 'a'])
  expect(queue.state().refused).toEqual([])
})

test('an edit that had waited and no longer fits is told as a late one', async () => {
  const { queue } = queueAnswering(offline(), refused())
  void queue.add('/commands', { kind: 'a' })
  await untilOffline(queue)

  queue.wake()
  await queue.settled()

  expect(queue.state().refused).toMatchObject([{ isLate: true }])
})

test('a server that fails again and again on an edit refuses it', async () => {
  vi.useFakeTimers()
  const queue = createEditQueue({ kept: waitingEdits('u1', 'sales'), send: () => Promise.reject(new ApiProblem(500, {})), pause: () => 10 })

  const answer = queue.add('/commands', { kind: 'a' })
  await vi.advanceTimersByTimeAsync(100)

  expect(await answer).toBeNull()
  expect(queue.state().refused).toHaveLength(1)
})

test('a browser that keeps nothing is noticed, so that the page can warn', async () => {
  const forgetful = { left: () => [], put: () => false, drop: () => undefined }
  const queue = createEditQueue({ kept: forgetful, send: () => Promise.reject(offline()), pause: () => 1_000_000 })

  void queue.add('/commands', { kind: 'a' })

  expect(queue.state().isFragile).toBe(true)
})

test('ids are unlike each other and sort in the order they were made', () => {
  const ids = Array.from({ length: 50 }, () => newEditId(1_000_000))

  expect(new Set(ids).size).toBe(50)
  expect(ids.toSorted()).toEqual(ids)
})

test('an edit added as soon as the one before is answered goes at once', async () => {
  const { queue, sent } = queueAnswering(DRAFT)

  await queue.add('/commands', { kind: 'a' })
  await queue.add('/commands', { kind: 'b' })
  await queue.add('/commands', { kind: 'c' })

  expect(sent.map(({ body }) => body['kind'])).toEqual(['a', 'b', 'c'])
})
