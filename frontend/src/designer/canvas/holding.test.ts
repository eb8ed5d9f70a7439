import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { afterHolding } from './holding'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A finger moves; whether the page may scroll with it. */
function mayScroll(): boolean {
  return window.dispatchEvent(new Event('touchmove', { cancelable: true }))
}

test('a finger that rests picks up, and the page stays where it is from then on', () => {
  const stop = new AbortController()
  let held = 0
  afterHolding(stop.signal, () => (held += 1))
  expect(mayScroll()).toBe(true)

  vi.advanceTimersByTime(300)

  expect([held, mayScroll()]).toEqual([1, false])
  stop.abort()
  expect(mayScroll()).toBe(true)
})

test('a finger that goes on before picks nothing up', () => {
  const stop = new AbortController()
  let held = 0
  afterHolding(stop.signal, () => (held += 1))

  stop.abort()
  vi.advanceTimersByTime(1000)

  expect(held).toBe(0)
})
