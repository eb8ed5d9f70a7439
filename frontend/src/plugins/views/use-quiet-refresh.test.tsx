import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { tellListeners } from '@/shared/events/record-news'

import { PAUSE, useQuietRefresh } from './use-quiet-refresh'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

function listen() {
  const log = { refreshed: 0 }
  function Probe() {
    useQuietRefresh('sales', () => (log.refreshed += 1))
    return null
  }
  return { log, ...render(<Probe />) }
}

const change = (app: string) => act(() => tellListeners([{ kind: 'record', app, entity: 'order', id: 'o1', version: 2 }]))

test('many changes are read once, and later ones again', () => {
  const { log } = listen()

  change('sales')
  change('sales')
  expect(log.refreshed).toBe(0)
  vi.advanceTimersByTime(PAUSE)
  expect(log.refreshed).toBe(1)
  change('sales')
  vi.advanceTimersByTime(PAUSE)

  expect(log.refreshed).toBe(2)
})

test('other apps and lists that are gone read nothing', () => {
  const { log, unmount } = listen()

  change('other')
  vi.advanceTimersByTime(PAUSE)
  change('sales')
  unmount()
  vi.advanceTimersByTime(PAUSE)

  expect(log.refreshed).toBe(0)
})
