import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'

import { renderAt } from '@/app/testing/render'

import { AppearanceSwitch } from '../switches/appearance-switch'

test('dark is chosen for the whole page, told to the account, and remembered', async () => {
  const told: string[] = []
  const { user } = renderAt(<AppearanceSwitch onChosen={(choice) => told.push(choice)} />)

  await user.click(screen.getByRole('button', { name: 'Appearance' }))
  await user.click(await screen.findByText('Dark'))

  await waitFor(() => expect(document.documentElement.dataset['appearance']).toBe('dark'))
  expect(told).toEqual(['dark'])
  expect(localStorage.getItem('tongdao.appearance')).toBe('dark')
})
