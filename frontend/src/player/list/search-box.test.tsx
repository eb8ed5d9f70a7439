import { screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'

import { renderAt } from '@/app/testing/render'

import { SearchBox } from './search-box'

function open() {
  const asked = vi.fn<(search: string) => void>()
  function Stage() {
    const [search, setSearch] = useState('')
    return (
      <>
        <SearchBox
          value={search}
          onSearch={(wanted) => {
            asked(wanted)
            setSearch(wanted)
          }}
        />
        <button type="button">Elsewhere</button>
      </>
    )
  }
  return { asked, ...renderAt(<Stage />) }
}

test('who leaves the search is not called back by it later', async () => {
  const { asked, user } = open()

  await user.type(await screen.findByRole('searchbox'), 'pens')
  await user.click(screen.getByRole('button', { name: 'Elsewhere' }))

  expect(asked.mock.calls).toEqual([['pens']])
})

test('spaces around a search are no search of their own', async () => {
  const { asked, user } = open()

  await user.type(await screen.findByRole('searchbox'), 'pens ')
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())
  await new Promise((resolve) => setTimeout(resolve, 700))

  expect(asked.mock.calls).toEqual([['pens']])
})
