import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { refuse, startFakeServer, type Asked, type FakeRoutes } from '@/app/testing/fake-server'
import { DEFINITION, ORDER, ORDER_FORM, SIGNED_IN } from '@/app/testing/fixtures'
import { renderRoutes, signedIn } from '@/app/testing/render'
import type { Form } from '@/generated/metadata'
import { readPreview } from '@/shared/preview/preview'

import type { DesignIssue, Draft, Edit } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from './designer-frame'
import { DocumentPage } from './document-page'
import { PlaceBadge } from './element-badge'
import { clipText, readClip, useClipboard, type Clip } from './use-clipboard'
import { useKeys } from './use-keys'

const FORM: Form = { ...ORDER_FORM, layout: [{ id: 'sec_1', label: { en: 'General' }, items: [] }] }
const EMPTY_SECTION: DesignIssue = {
  code: 'design.section.empty',
  file: 'forms/order.json',
  place: ['layout', 0],
  pointer: '/forms/order/layout/0',
  severity: 'error',
  words: { en: 'This section has no fields yet.' },
}
const edit = (n: number, words: string, own: boolean, undone = false): Edit => ({
  n,
  kind: 'add_field',
  words: { en: words },
  at: '2026-11-23T02:00:00Z',
  by: { id: own ? 'u-lina' : 'u-wang', name: { en: own ? 'Li Na' : 'Wang Lei' } },
  undone,
  own,
})
const DRAFT: Draft = {
  app: 'channel_sales',
  base_release: 3,
  newest_release: 3,
  revision: 4,
  documents: { 'app.json': DEFINITION.app, 'entities/sales_order.json': ORDER, 'forms/order.json': FORM, 'roles/dealer.json': { id: 'rol_dealer', name: 'dealer', label: { en: 'Dealer' } } as never },
  commands: [edit(0, 'Added “A”', false), edit(1, 'Added “B”', true)],
  can_undo: true,
  can_redo: false,
  issues: [EMPTY_SECTION],
  effect: { [ORDER.id]: 'publish', [FORM.id]: 'publish', rol_dealer: 'publish' },
}

const CLIP: Clip = { kind: 'thing', app: 'channel_sales', data: { size: 3 } }

/** A designer with one element, as small as can be. */
function SmallDesigner({ form, back }: { readonly form: Form; readonly back: string }) {
  const { edit: send } = useDrafting()
  const [pasted, setPasted] = useState('')
  const [removed, setRemoved] = useState(0)
  useKeys([{ keys: 'F2', label: 'Rename' }])
  useClipboard({
    copy: () => CLIP,
    paste: (clip) => (setPasted(JSON.stringify(clip.data)), clip.kind === 'thing'),
    remove: () => setRemoved((count) => count + 1),
  })
  return (
    <DesignerFrame document={form} file="forms/order.json" back={back} chosen={{ id: 'fld_amount', label: 'Amount' }} palette={<button type="button">in the palette</button>} inspector={<button type="button">in the panel</button>}>
      <div role="region" aria-label="canvas">
        <button type="button" onClick={() => void send('add_field', { label: { en: 'C' } })}>
          Add
        </button>
        <PlaceBadge file="forms/order.json" place={['layout', 0]} name="General" />
        <p>
          pasted {pasted} removed {removed}
        </p>
      </div>
    </DesignerFrame>
  )
}

const ROUTES = signedIn([
  { path: '/design/:app', element: <p>the overview</p> },
  { path: '/design/:app/form/:name', Component: () => <DocumentPage<Form> folder="forms">{(form, back) => <SmallDesigner form={form} back={back} />}</DocumentPage> },
  { path: '/design/:app/entity/:name', element: <p>the designer of an entity</p> },
])

async function open(more: FakeRoutes = {}, draft = DRAFT) {
  const asked = startFakeServer({
    ...SIGNED_IN,
    'GET /design/channel_sales': () => draft,
    'PUT /design/channel_sales/presence': () => ({ people: [{ id: 'u-lina', name: { en: 'Li Na' }, file: '' }, { id: 'u-wang', name: { en: 'Wang Lei' }, file: 'entities/sales_order.json' }] }),
    ...more,
  })
  const view = renderRoutes(ROUTES, '/design/channel_sales/form/order')
  await screen.findByRole('region', { name: 'canvas' })
  return { ...view, asked }
}

const posts = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST')

test('who else is here is shown, and oneself is not', async () => {
  const { container } = await open()

  expect(await screen.findByRole('group', { name: 'Also designing here: Wang Lei' })).toBeTruthy()
  await expectAccessible(container)
})

test('a faulty element says what is wrong and is mended with one click', async () => {
  const { asked, user } = await open({ 'POST /design/channel_sales/commands': () => ({ ...DRAFT, revision: 5, issues: [] }) })

  await user.click(screen.getByRole('button', { name: 'Findings General: 1' }))
  expect(await screen.findByText('This section has no fields yet.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Remove the section' }))

  await waitFor(() => expect(posts(asked)[0]?.body).toMatchObject({ kind: 'remove_section', params: { form: FORM.id, section: 'sec_1' } }))
})

test('the use of what is chosen is told, each place a way there', async () => {
  const items = [{ file: 'entities/sales_order.json', kind: 'entity', place: ['fields', 1], words: { en: 'entity “Sales order”, Amount' } }]
  const { user, router } = await open({ 'GET /design/channel_sales/usages/fld_amount': () => ({ items, unseen: 2 }) })

  await user.click(screen.getByRole('button', { name: 'Where used' }))
  expect(await screen.findByText('and in 2 more documents that you may not design')).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'entity “Sales order”, Amount' }))

  expect(router.state.location.pathname).toBe('/design/channel_sales/entity/sales_order')
})

test('a refused edit says why, with a way to the place that stands against it', async () => {
  const issue = { code: 'command.field.used', pointer: '/entities/sales_order/fields/1', params: { document: 'sales_order' }, message: 'It is used in sales_order.' }
  const { user, router } = await open({ 'POST /design/channel_sales/commands': () => refuse(422, { issues: [issue] }) })

  await user.click(screen.getByRole('button', { name: 'Add' }))
  const notice = await screen.findByText('This edit was not carried out')
  await user.click(within(notice.closest('[role="alert"]') ?? document.body).getByRole('button', { name: /sales_order/ }))

  expect(router.state.location.pathname).toBe('/design/channel_sales/entity/sales_order')
})

test('edits wait while the server is out of reach, are told of, and go when it is back', async () => {
  let isBack = false
  const { asked, user } = await open({
    'POST /design/channel_sales/commands': () => {
      if (!isBack) throw new TypeError('network')
      return { ...DRAFT, revision: 5 }
    },
  })

  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByText(/Offline, 1 edit waiting/)).toBeTruthy()
  isBack = true
  act(() => void window.dispatchEvent(new Event('online')))

  expect(await screen.findByText(/Draft saved/)).toBeTruthy()
  const ids = posts(asked).map(({ body }) => (body as { readonly edit: string }).edit)
  expect(new Set(ids).size).toBe(1)
})

test('any edit can be taken back alone; those of others are discarded only after a question', async () => {
  const { asked, user } = await open({ 'POST /design/channel_sales:undo': () => ({ ...DRAFT, revision: 5 }) })

  await user.click(screen.getByRole('button', { name: 'Edits and releases' }))
  await user.click(await screen.findByRole('button', { name: 'Take back: Added “A”' }))
  await waitFor(() => expect(posts(asked)[0]?.body).toMatchObject({ number: 0 }))
  await user.click(screen.getByRole('button', { name: 'Discard the edits of everybody' }))

  expect(await screen.findByText('Also discards what Wang Lei edited. Go on?')).toBeTruthy()
})

test('the sheet of keys tells those of the frame and of the designer', async () => {
  const { user } = await open()

  await user.keyboard('?')

  const sheet = within(await screen.findByRole('dialog'))
  expect(sheet.getByText('Go to anything')).toBeTruthy()
  expect(sheet.getByText('Rename')).toBeTruthy()
})

test('F6 goes from pane to pane', async () => {
  const { user } = await open()

  const focused: (string | null)[] = []
  for (let step = 0; step < 4; step += 1) {
    await user.keyboard('{F6}')
    focused.push(document.activeElement?.textContent ?? null)
  }

  expect(focused).toEqual(['in the palette', 'Add', 'in the panel', 'in the palette'])
})

test('what is chosen is copied as text that any tab can take, pasted and removed by keys', async () => {
  await open()
  const clipboard = { text: '', setData: (_: string, text: string) => (clipboard.text = text), getData: () => clipboard.text }

  fireEvent.copy(document.body, { clipboardData: clipboard })
  expect(readClip(clipboard.text)).toEqual(CLIP)
  fireEvent.paste(document.body, { clipboardData: clipboard })
  fireEvent.keyDown(document.body, { key: 'Delete' })

  expect(screen.getByText(/pasted {"size":3} removed 1/)).toBeTruthy()
})

test('other texts on the clipboard are left to whoever knows them', () => {
  expect(['', 'Hello', '{"a":1}', '{', clipText(CLIP).replace('clip/1', 'clip/9')].map(readClip)).toEqual([null, null, null, null, null])
})

test('the draft is previewed in a window of its own, as a role', async () => {
  const opened = vi.fn()
  vi.stubGlobal('open', opened)
  const { user } = await open()

  await user.click(screen.getByRole('button', { name: 'Preview' }))
  await user.click(await screen.findByText('Phone'))
  await user.click(screen.getByRole('combobox', { name: 'As the role' }))
  await user.click(await screen.findByTitle('Dealer'))
  await user.click(screen.getAllByRole('button', { name: 'Preview' }).at(-1) ?? document.body)

  const [address, name, size] = opened.mock.calls[0] as [string, string, string]
  expect([address, size]).toEqual(['/a/channel_sales', 'popup,width=390,height=844'])
  expect(readPreview(name)).toEqual({ app: 'channel_sales', role: 'rol_dealer', as: 'Dealer', language: 'en' })
})

test('what stops publishing is told with its place, and publishing waits', async () => {
  const impact = { changes: [{ action: 'change', document: FORM.id, words: { en: 'Something' } }], steps: [], usages: [], fields: [], blocked: true }
  const { user } = await open({ 'GET /design/channel_sales/impact': () => impact })

  await user.click(screen.getByRole('button', { name: 'Publish' }))

  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('button', { name: 'This section has no fields yet.' })).toBeTruthy()
  expect(await dialog.findByRole('heading', { name: 'Order entry' })).toBeTruthy()
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Publish' }).disabled).toBe(true)
})

test('values that a new type does not take are named with their records, and publishing waits', async () => {
  const step = { code: 'storage.step.convert', words: { en: 'Convert Amount' }, rows: 3, seconds: 0.1 }
  const impact = { changes: [], steps: [step], usages: [], fields: [], blocked: false }
  const unfit = { record: 'r-1', title: 'SO-1', value: '7.50', words: { en: '7.5 is not a whole number.' } }
  const items = [
    { entity: ORDER.id, field: 'fld_amount', fitting: 2, unfit: 3, examples: [unfit] },
    { entity: ORDER.id, field: 'fld_no0001', fitting: 5, unfit: 0, examples: [] },
  ]
  const { user } = await open({ 'GET /design/channel_sales/impact': () => impact, 'GET /design/channel_sales/conversions': () => ({ items }) }, { ...DRAFT, issues: [] })

  await user.click(screen.getByRole('button', { name: 'Publish' }))

  const dialog = within(await screen.findByRole('dialog'))
  expect(await dialog.findByText('Sales order · Amount: 3 values do not convert, 2 do.')).toBeTruthy()
  expect(dialog.getByText('Sales order · No.: all 5 values convert.')).toBeTruthy()
  const value = within(within(await dialog.findByRole('list', { name: 'Values that do not convert' })).getByRole('listitem'))
  expect(value.getByRole('link', { name: 'SO-1' }).getAttribute('href')).toBe('/a/channel_sales/e/sales_order/r-1')
  expect(value.getByText(/7\.50/)).toBeTruthy()
  expect(value.getByText('7.5 is not a whole number.')).toBeTruthy()
  expect(dialog.getByText('And 2 more.')).toBeTruthy()
  expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Publish' }).disabled).toBe(true)
})

test('the outline leads to every document, with what is wrong in each', async () => {
  const { user } = await open()

  await user.click(screen.getByRole('button', { name: 'Show the outline' }))

  const outline = within(screen.getByRole('navigation', { name: 'Everything in this app' }))
  expect(outline.getByRole('link', { name: /Order entry/ }).getAttribute('aria-current')).toBe('page')
  expect(outline.getByRole('img', { name: '1 finding' })).toBeTruthy()
  await user.click(outline.getByRole('button', { name: /Entities/ }))
  expect(outline.getByRole('link', { name: 'Sales order' })).toBeTruthy()
})

test('on a narrow screen palette and properties open below the canvas, one at a time', async () => {
  vi.stubGlobal('matchMedia', narrowed(window.matchMedia.bind(window)))
  const { user } = await open()
  const strip = within(screen.getByRole('group', { name: 'Panels' }))

  await user.click(strip.getByRole('button', { name: 'Add' }))
  expect(strip.getByRole('button', { name: 'Add' }).getAttribute('aria-expanded')).toBe('true')
  await user.click(strip.getByRole('button', { name: 'Amount' }))

  expect(strip.getAllByRole('button', { expanded: true }).map(({ textContent }) => textContent)).toEqual(['Amount'])
})

/** A window that is wide enough for nothing. */
function narrowed(ask: typeof window.matchMedia): typeof window.matchMedia {
  return (query) => Object.defineProperty(ask(query), 'matches', { value: query.includes('max-width') })
}
