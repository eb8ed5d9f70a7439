import { useQuery } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { renderAt } from '@/app/testing/render'

import { listen, pauseAfter } from './live-events'
import { useLiveUpdates } from './use-live-updates'

/** A stream that says what the test lets it say. */
class FakeStream extends EventTarget {
  static open: FakeStream[] = []
  readonly url: string

  constructor(url: string) {
    super()
    this.url = url
    FakeStream.open.push(this)
  }

  close() {
    FakeStream.open = FakeStream.open.filter((each) => each !== this)
  }

  say(kind: string, data: object) {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }))
  }
}

beforeEach(() => {
  FakeStream.open = []
  vi.stubGlobal('EventSource', FakeStream)
})

afterEach(() => {
  vi.useRealTimers()
})

const listener = () => ({ heard: [] as unknown[], gaps: 0 })

function listening() {
  const log = listener()
  const stop = listen('/api/events', { onEvent: (event) => log.heard.push(event), onGap: () => (log.gaps += 1) })
  return { log, stop }
}

test('the first stream tells what came since the session was asked for; a later one begins with a gap', () => {
  vi.useFakeTimers()
  const stop = listen('/api/events', { onEvent: () => undefined, onGap: () => undefined, after: 'a1.7' })
  const [first] = FakeStream.open

  first?.dispatchEvent(new Event('error'))
  vi.advanceTimersByTime(1300)

  expect([first?.url, FakeStream.open[0]?.url]).toEqual(['/api/events?after=a1.7', '/api/events'])
  stop()
})

test('news is handed on with its kind', () => {
  const { log, stop } = listening()

  FakeStream.open[0]?.say('task', { app: 'sales', id: 't1' })
  stop()

  expect(log.heard).toEqual([{ kind: 'task', app: 'sales', id: 't1' }])
  expect(FakeStream.open).toEqual([])
})

test('a lost stream is opened again after a pause, and the gap is told once it is back', () => {
  vi.useFakeTimers()
  const { log, stop } = listening()

  FakeStream.open[0]?.dispatchEvent(new Event('error'))
  expect(FakeStream.open).toHaveLength(0)
  vi.advanceTimersByTime(1300)
  expect(FakeStream.open).toHaveLength(1)
  expect(log.gaps).toBe(0)
  FakeStream.open[0]?.dispatchEvent(new Event('open'))
  expect(log.gaps).toBe(1)
  stop()
})

test('what the server could not keep for us is a gap as well', () => {
  const { log, stop } = listening()

  FakeStream.open[0]?.say('missed', {})
  stop()

  expect(log.gaps).toBe(1)
})

test('after the end nothing is opened again', () => {
  vi.useFakeTimers()
  const { stop } = listening()

  FakeStream.open[0]?.dispatchEvent(new Event('error'))
  stop()
  vi.advanceTimersByTime(100_000)

  expect(FakeStream.open).toHaveLength(0)
})

test('pauses double up to a minute and differ between browsers', () => {
  expect([0, 1, 2, 3, 10].map((losses) => pauseAfter(losses, 0.5))).toEqual([1000, 2000, 4000, 8000, 60_000])
  expect(pauseAfter(0, 0)).toBeLessThan(pauseAfter(0, 1))
})

test('what the news concerns is asked for again, other things are not', async () => {
  const asked = { tasks: 0, definition: 0 }
  function Probe() {
    useLiveUpdates()
    useQuery({ queryKey: ['tasks', 'todo'], queryFn: () => (asked.tasks += 1) })
    const { data } = useQuery({ queryKey: ['definition', 'sales'], queryFn: () => (asked.definition += 1) })
    return <p>asked {data}</p>
  }
  const { unmount } = renderAt(<Probe />)
  await screen.findByText('asked 1')

  act(() => FakeStream.open[0]?.say('task', { app: 'sales', id: 't1' }))

  await waitFor(() => expect(asked).toEqual({ tasks: 2, definition: 1 }))
  unmount()
  expect(FakeStream.open).toEqual([])
})
