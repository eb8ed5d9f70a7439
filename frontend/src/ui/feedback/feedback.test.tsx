import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, test, vi } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { renderAt } from '@/app/testing/render'
import type { Issue } from '@/core/issues/issue'

import { EmptyState } from './empty-state'
import { ErrorBoundary } from './error-boundary'
import { IssueList } from './issue-list'

const UNREACHABLE: Issue = { code: 'request.unreachable', pointer: '', params: {} }
const UNKNOWN: Issue = {
  code: 'test.only_the_server_knows',
  pointer: '/lines/0/price',
  params: {},
  message: 'Too dear.',
}

describe('a list of issues', () => {
  test('says each in words of the interface, or else in the server’s', async () => {
    const { container } = renderAt(<IssueList issues={[UNREACHABLE, UNKNOWN]} />)

    expect(screen.getByText('2 things need your attention')).toBeTruthy()
    expect(screen.getByText(/cannot be reached/)).toBeTruthy()
    expect(screen.getByText('Too dear.')).toBeTruthy()
    await expectAccessible(container)
  })

  test('leads to the place of an issue', async () => {
    const places: string[] = []
    const { user } = renderAt(
      <IssueList issues={[UNKNOWN]} placeName={() => 'Price'} onSelect={({ pointer }) => places.push(pointer)} />,
    )

    await user.click(screen.getByRole('button', { name: /Price/ }))

    expect(places).toEqual(['/lines/0/price'])
  })

  test('shows nothing when nothing is wrong', () => {
    renderAt(<IssueList issues={[]} />)

    expect(screen.queryByRole('alert')).toBeNull()
  })
})

test('an empty place teaches how to begin', async () => {
  const { container } = renderAt(
    <EmptyState title="No orders yet" hint="Orders appear here." actions={<button type="button">New order</button>} />,
  )

  expect(screen.getByRole('heading', { name: 'No orders yet' })).toBeTruthy()
  await expectAccessible(container)
})

/** Breaks while drawing until somebody mends it. */
function Fragile({ isBroken }: { readonly isBroken: () => boolean }) {
  if (isBroken()) throw new Error('pipe burst')
  return <p>works again</p>
}

function Mendable() {
  const [state] = useState({ isBroken: true })
  return (
    <>
      <button type="button" onClick={() => Object.assign(state, { isBroken: false })}>
        mend
      </button>
      <ErrorBoundary>
        <Fragile isBroken={() => state.isBroken} />
      </ErrorBoundary>
    </>
  )
}

test('a fault while drawing keeps the rest of the page and offers a second try', async () => {
  // React reports every caught fault on the console; the test expects this one.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { user } = renderAt(<Mendable />)

  expect(screen.getByText('pipe burst')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'mend' }))
  await user.click(screen.getByRole('button', { name: 'Try again' }))

  expect(screen.getByText('works again')).toBeTruthy()
})
