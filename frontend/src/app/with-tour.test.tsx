import { useQueryClient } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'

import { draftQuery } from '@/designer/drafting/draft-query'
import { DraftingProvider } from '@/designer/drafting/drafting-provider'
import { STEPS } from '@/designer/tour/tour-steps'
import { TourProgress } from '@/designer/tour/tour-progress'
import { nextStep, beginTour } from '@/designer/tour/tour-store'

import { SESSION, SIGNED_IN } from './testing/fixtures'
import { WithTour } from './with-tour'
import { expectAccessible } from './testing/accessibility'
import { renderRoutes, signedIn } from './testing/render'
import { startFakeServer } from './testing/fake-server'

const USER = SESSION.user.id

const ENTITY = { id: 'ent_1', name: 'visit', label: { en: 'Visit' }, fields: [{ id: 'fld_1' }] }

function draftWith(documents: object, more: object = {}) {
  return { app: 'register', base_release: 1, newest_release: 1, revision: 1, documents, commands: [], can_undo: false, can_redo: false, issues: [], effect: {}, ...more }
}

const serve = (draft: object) => startFakeServer({ ...SIGNED_IN, 'GET /design/register': () => draft })

function Home() {
  return (
    <DraftingProvider app="register">
      <TourProgress app="register" />
      <button type="button" data-tour="new-entity">
        New
      </button>
      <News />
    </DraftingProvider>
  )
}

/** What comes over the stream of events when a colleague edits. */
function News() {
  const client = useQueryClient()
  return (
    <button type="button" onClick={() => void client.invalidateQueries(draftQuery('register'))}>
      News
    </button>
  )
}

const ROUTES = signedIn([
  {
    Component: WithTour,
    children: [
      { path: '/design/:app', Component: Home },
      { path: '/design/:app/entity/:name', element: <p>the entity designer</p> },
      { path: '/a/:app', element: <p>the app in use</p> },
    ],
  },
])

beforeEach(() => {
  localStorage.clear()
  beginTour(USER, 'register')
})

test('a new app begins with its first step, and all seven stand on the design home', async () => {
  serve(draftWith({}))
  const { container } = renderRoutes(ROUTES, '/design/register')

  expect(await screen.findByRole('heading', { name: 'Say what the app keeps' })).toBeTruthy()
  expect(screen.getByText('Step 1 of 7')).toBeTruthy()
  expect((await screen.findAllByRole('listitem')).length).toBeGreaterThanOrEqual(7)
  await expectAccessible(container)
})

test('what somebody does is ticked off, and the next step leads to its place', async () => {
  serve(draftWith({ 'entities/visit.json': ENTITY }))
  const { user } = renderRoutes(ROUTES, '/design/register')

  expect(await screen.findByRole('heading', { name: 'Add its fields' })).toBeTruthy()
  expect(screen.getByText('1 of 7 done')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Take me there' }))

  expect(await screen.findByText('the entity designer')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Take me there' })).toBeNull()
})

test('what a colleague does is seen while somebody is shown around', async () => {
  let documents = {}
  startFakeServer({ ...SIGNED_IN, 'GET /design/register': () => draftWith(documents) })
  const { user } = renderRoutes(ROUTES, '/design/register')
  expect(await screen.findByRole('heading', { name: 'Say what the app keeps' })).toBeTruthy()

  documents = { 'entities/visit.json': ENTITY }
  await user.click(await screen.findByRole('button', { name: 'News' }))

  expect(await screen.findByRole('heading', { name: 'Add its fields' })).toBeTruthy()
})

test('a step can be skipped, the tour put aside and gone on with', async () => {
  serve(draftWith({}))
  const { user } = renderRoutes(ROUTES, '/design/register')
  await user.click(await screen.findByRole('button', { name: 'Skip this step' }))
  expect(await screen.findByRole('heading', { name: 'Add its fields' })).toBeTruthy()

  await user.click(screen.getByRole('button', { name: 'Put the tour aside' }))
  await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Guided tour' })).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Go on with the tour' }))

  expect(await screen.findByText('Step 2 of 7')).toBeTruthy()
})

test('who knows the way is left alone for good', async () => {
  serve(draftWith({}))
  const { user } = renderRoutes(ROUTES, '/design/register')

  await user.click(await screen.findByRole('button', { name: 'I know my way' }))

  await waitFor(() => expect(screen.queryByText('Your first app in seven steps')).toBeNull())
  expect(screen.queryByRole('complementary', { name: 'Guided tour' })).toBeNull()
})

test('steps are told from the draft itself', () => {
  const draft = draftWith(
    { 'entities/visit.json': { ...ENTITY, fields: [1, 2, 3] }, 'forms/visit.json': { name: 'visit' }, 'flows/a.json': { name: 'a', nodes: [{ kind: 'approval' }] } },
    { newest_release: 2, commands: [{ kind: 'add_section', undone: false }, { kind: 'set_view_columns', undone: true }] },
  ) as never
  const facts = { app: 'register', draft, path: '/a/register' }

  expect(STEPS.filter((step) => step.isDone(facts)).map(({ key }) => key)).toEqual(['entity', 'fields', 'form', 'approval', 'publish', 'use'])
  expect(nextStep({ done: ['entity'], skipped: ['fields'], isAside: false })).toBe('form')
  expect(STEPS[2]?.place(facts)).toBe('/design/register/form/visit')
})
