import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Template } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import { filled } from './filled'
import TemplateDesignerPage from './template-designer-page'

const NEWS: Template = { schema: 'tongdao/template/1', id: 'tpl_news01', name: 'news', label: { en: 'News' }, entity: ORDER.id, subject: { en: 'News', zh: '消息' }, body: { en: 'Order {{ record.no }}', zh: '订单' } }
const DRAFT = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 0,
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ORDER, 'templates/news.json': NEWS },
  commands: [],
  can_undo: false,
  can_redo: false,
  issues: [],
  effect: { [DEFINITION.app.id]: 'publish', [NEWS.id]: 'publish' },
} as unknown as Draft

async function open() {
  const asked = startFakeServer({ ...SIGNED_IN, 'GET /design/channel_sales': () => DRAFT, 'POST /design/channel_sales/commands': () => ({ ...DRAFT, revision: 1 }) })
  const view = renderRoutes(signedIn([{ path: '/design/:app/template/:name', Component: TemplateDesignerPage }]), '/design/channel_sales/template/news')
  await screen.findByRole('region', { name: 'Preview' })
  return { ...view, asked }
}

test('words are written beside what people will read', async () => {
  const { asked, user } = await open()
  expect(screen.getByText('Order ‹No.›')).toBeTruthy()

  await user.type(screen.getByRole('textbox', { name: 'Subject (EN)' }), '!')
  await user.tab()

  await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/commands'))?.body).toMatchObject({ kind: 'set_template', params: { template: NEWS.id, property: 'subject', value: { en: 'News!', zh: '消息' } } }))
})

test('what decides inside a message is left out of the preview', () => {
  expect(filled('{% if record.late %}Late: {% endif %}{{ record.no | upper }}', (name) => name)).toBe('Late: no')
})

test('the designer of a message can be used without seeing it', async () => {
  const { container } = await open()

  await expectAccessible(container)
})
