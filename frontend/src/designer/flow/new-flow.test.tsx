import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'

import type { Draft } from '../drafting/draft'
import { DraftingProvider } from '../drafting/drafting-provider'
import NewApproval from './new-approval'
import NewFlow from './new-flow'

const DRAFT = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 0,
  documents: {
    'app.json': DEFINITION.app,
    'entities/sales_order.json': ORDER,
    'roles/director.json': { schema: 'tongdao/role/1', id: 'rol_direct', name: 'director', label: { en: 'Director' } },
  },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: { [DEFINITION.app.id]: 'publish' },
} as unknown as Draft
const MADE = {
  ...DRAFT,
  revision: 1,
  documents: { ...DRAFT.documents, 'flows/approval.json': { schema: 'tongdao/flow/1', id: 'flw_made01', name: 'approval', label: { en: 'Approval' }, trigger: { kind: 'record_created', entity: ORDER.id }, nodes: [], edges: [] } },
} as unknown as Draft

async function open(Dialog: typeof NewFlow) {
  const asked = startFakeServer({ ...SIGNED_IN, 'GET /design/channel_sales': () => DRAFT, 'POST /design/channel_sales/commands': () => MADE })
  const page = (
    <DraftingProvider app="channel_sales">
      <Dialog app="channel_sales" onClose={() => undefined} />
    </DraftingProvider>
  )
  const view = renderRoutes(signedIn([{ path: '/', element: page }, { path: '/design/:app/flow/:name', element: <p>its designer</p> }]), '/')
  return { ...view, asked, dialog: within(await screen.findByRole('dialog')) }
}

test('an approval is made with two choices, and its designer is opened', async () => {
  const { asked, user, dialog } = await open(NewApproval)

  await user.click(dialog.getByRole('combobox', { name: 'Who approves' }))
  await user.click(await screen.findByTitle('Director'))
  await user.click(dialog.getByRole('button', { name: 'Create' }))

  expect(await screen.findByText('its designer')).toBeTruthy()
  const sent = asked.find(({ path }) => path.endsWith('/commands'))
  expect(sent?.body).toMatchObject({ kind: 'add_flow', params: { entity: ORDER.id, template: 'approval', approvers: [{ source: 'role', role: 'rol_direct' }] } })
})

test('a flow is named in the language of who makes it', async () => {
  const { asked, user, dialog } = await open(NewFlow)

  await user.type(dialog.getByRole('textbox', { name: 'Name (optional)' }), 'Follow-up{Enter}')

  await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/commands'))?.body).toMatchObject({ kind: 'add_flow', params: { entity: ORDER.id, label: { en: 'Follow-up' } } }))
})

test('the dialog can be used without seeing it', async () => {
  await open(NewApproval)

  await expectAccessible(document.body)
})
