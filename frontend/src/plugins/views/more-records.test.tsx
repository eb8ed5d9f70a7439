import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { I18nextProvider } from 'react-i18next'
import { expect, test, vi } from 'vitest'

import { translator } from '@/core/i18n/translator'

import { MoreRecords } from './more-records'
import type { RecordPages } from './use-record-pages'

const PAGES: RecordPages = { records: [], total: undefined, error: null, isLoading: false, hasMore: true, more: () => undefined, isLoadingMore: false }

function draw(element: ReactElement) {
  return render(element, { wrapper: ({ children }) => <I18nextProvider i18n={translator}>{children}</I18nextProvider> })
}

test('the end of a page asks for the next when it comes into sight, once', async () => {
  const more = vi.fn()
  const { rerender } = draw(<MoreRecords pages={{ ...PAGES, more }} />)

  await waitFor(() => expect(more).toHaveBeenCalledTimes(1))
  rerender(<MoreRecords pages={{ ...PAGES, more, isLoadingMore: true }} />)
  rerender(<MoreRecords pages={{ ...PAGES, more }} />)
  expect(more).toHaveBeenCalledTimes(1)
})

test('out of sight it waits for a press, and where nothing follows there is no end', async () => {
  vi.stubGlobal('IntersectionObserver', class { observe = () => undefined; disconnect = () => undefined })
  const more = vi.fn()
  const { rerender } = draw(<MoreRecords pages={{ ...PAGES, more }} />)

  expect(more).not.toHaveBeenCalled()
  await userEvent.click(await screen.findByRole('button'))
  expect(more).toHaveBeenCalledTimes(1)
  rerender(<MoreRecords pages={{ ...PAGES, hasMore: false }} />)
  expect(screen.queryByRole('button')).toBeNull()
})
