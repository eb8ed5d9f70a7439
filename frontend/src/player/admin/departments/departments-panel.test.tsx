import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { renderAt } from '@/app/testing/render'

import { departmentTree, withBelow, type Department } from './departments'
import { DepartmentsPanel } from './departments-panel'

const SALES: Department = { id: 'd1', name: { zh: '销售部', en: 'Sales' }, parent: null, head: 'u1' }
const ONLINE: Department = { id: 'd2', name: { zh: '电商组', en: 'Online' }, parent: 'd1', head: null }
const PERSON = { id: 'u1', login: 'wang', name: { zh: '王芳', en: 'Wang Fang' }, language: 'en', active: true, roles: [], department: 'd1', superior: null, email: null }

function serve() {
  return startFakeServer({
    'GET /departments': () => ({ items: [SALES, ONLINE] }),
    'GET /people': () => ({ items: [PERSON] }),
    'POST /departments': ({ body }) => ({ id: 'd3', ...(body as object) }),
  })
}

test('departments stand below the one they belong to, with head and number of people', async () => {
  serve()
  const { container } = renderAt(<DepartmentsPanel />)

  const sales = await screen.findByRole('row', { name: /Sales/ })
  expect(await within(sales).findByText('Wang Fang')).toBeTruthy()
  expect(within(sales).getByText('1')).toBeTruthy()
  expect(screen.getByRole('row', { name: /Online/ })).toBeTruthy()
  await expectAccessible(container)
})

test('a department is added below another with a head', async () => {
  const asked = serve()
  const { user } = renderAt(<DepartmentsPanel />)

  await user.click(await screen.findByRole('button', { name: 'Add department' }))
  await user.type(await screen.findByLabelText('Name in Chinese'), '门店组')
  await user.type(screen.getByLabelText('Name in English'), 'Stores')
  await user.click(screen.getByLabelText('Department above'))
  await user.click(await screen.findByTitle('Sales / Online'))
  await user.click(screen.getByRole('button', { name: 'Save' }))

  await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ name: { zh: '门店组', en: 'Stores' }, parent: 'd2', head: null }))
})

test('a department cannot come to stand below itself', () => {
  expect([...withBelow([SALES, ONLINE], 'd1')]).toEqual(['d1', 'd2'])
  expect(departmentTree([{ ...ONLINE, parent: 'gone' }]).map(({ id }) => id)).toEqual(['d2'])
})
