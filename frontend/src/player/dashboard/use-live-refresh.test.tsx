import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createQueryClient } from '@/shared/api/query-client'
import { tellListeners } from '@/shared/events/record-news'

import { PAUSE, useLiveRefresh } from './use-live-refresh'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function listening(isOn: boolean) {
  const client = createQueryClient()
  client.setQueryData(['answer', 'sales', 'en', {}], {})
  renderHook(() => useLiveRefresh('sales', isOn), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  })
  return () => client.getQueryState(['answer', 'sales', 'en', {}])?.isInvalidated
}

test('many changes make a board stale once, after a pause', () => {
  const isStale = listening(true)

  tellListeners([{ kind: 'record', app: 'sales' }, { kind: 'record', app: 'sales' }])
  expect(isStale()).toBe(false)
  vi.advanceTimersByTime(PAUSE)
  expect(isStale()).toBe(true)
})

test.each([
  ['another app', true, 'stock'],
  ['a board with an interval of its own', false, 'sales'],
])('changes do not concern %s', (_, isOn, app) => {
  const isStale = listening(isOn)

  tellListeners([{ kind: 'record', app }])
  vi.advanceTimersByTime(PAUSE)

  expect(isStale()).toBe(false)
})
