/**
 * Requests of a window that shows a draft: documents come from the draft, records from what is published, and nothing is
 * written. What the draft alone knows, such as a new field, is left out of questions about records.
 */
import type { Preview } from './preview'

export interface Asked {
  readonly path: string
  readonly method: string
  readonly query: Readonly<Record<string, string | number | boolean | undefined>>
}

export type Send = (asked: Asked) => Promise<Response>

/** What reads although it is sent with a body. */
const READS = /(:compute|:forecast|\/query|:drill|:members|\/session)$/

/** Whether a request would write: a preview refuses it. */
export function wouldWrite(method: string, path: string): boolean {
  return method !== 'GET' && !READS.test(path)
}

/** Asks for a page of the preview, in place of what the page asked for. */
export async function sendInPreview({ app, role }: Preview, asked: Asked, send: Send): Promise<Response> {
  const base = `/apps/${encodeURIComponent(app)}`
  const draft = `/design/${encodeURIComponent(app)}`
  if (asked.path === `${base}/definition`) return await send({ ...asked, path: `${draft}/preview`, query: role === null ? {} : { role } })
  const board = within(`${base}/dashboards/`, asked.path)
  if (board !== null) return await boardOfDraft(draft, board, send)
  const [entity, rest] = split(within(`${base}/entities/`, asked.path))
  if (asked.method !== 'GET' || entity === null || rest !== 'records') return await send(asked)
  return await listOfPublished(asked, entity, await publishedFields(base, send), send)
}

interface Named {
  readonly id: string
  readonly name: string
}
interface Board extends Named {
  readonly tiles: readonly { readonly report?: string }[]
}

/** A dashboard with the reports on it, as the draft has them. */
async function boardOfDraft(draft: string, name: string, send: Send): Promise<Response> {
  const answer = await send({ path: draft, method: 'GET', query: {} })
  if (!answer.ok) return answer
  const { documents } = (await answer.json()) as { readonly documents: Readonly<Record<string, Named>> }
  const dashboard = documents[`dashboards/${name}.json`] as Board | undefined
  if (dashboard === undefined) return new Response('{}', { status: 404 })
  const shown = new Set(dashboard.tiles.map(({ report }) => report))
  const reports = Object.entries(documents).flatMap(([file, each]) => (file.startsWith('reports/') && shown.has(each.id) ? [each] : []))
  return Response.json({ dashboard, reports })
}

type Fields = ReadonlyMap<string, ReadonlySet<string>>

let published: Promise<Fields> | null = null

/** The fields of the release in use, by entity: records have no others. */
function publishedFields(base: string, send: Send): Promise<Fields> {
  published ??= readFields(base, send)
  return published
}

async function readFields(base: string, send: Send): Promise<Fields> {
  const answer = await send({ path: `${base}/definition`, method: 'GET', query: {} })
  if (!answer.ok) return new Map()
  const { entities } = (await answer.json()) as { readonly entities: readonly { readonly name: string; readonly fields: readonly { readonly name: string }[] }[] }
  return new Map(entities.map(({ name, fields }) => [name, new Set(fields.map((field) => field.name))]))
}

async function listOfPublished(asked: Asked, entity: string, fields: Fields, send: Send): Promise<Response> {
  const known = fields.get(entity)
  if (known === undefined) return Response.json({ items: [], next_cursor: null, total: 0 })
  const query = { ...asked.query, fields: kept(asked.query['fields'], known), sort: kept(asked.query['sort'], known) }
  const answer = await send({ ...asked, query })
  if (answer.status !== 422 && answer.status !== 400) return answer
  // A filter may name what only the draft has; the records are shown without it.
  return await send({ ...asked, query: { ...query, filter: undefined, conditions: undefined, sort: undefined } })
}

function kept(names: string | number | boolean | undefined, known: ReadonlySet<string>): string | undefined {
  if (typeof names !== 'string') return undefined
  const left = names.split(',').filter((name) => known.has(name.replace(/^-/, '')))
  return left.length > 0 ? left.join(',') : undefined
}

function within(base: string, path: string): string | null {
  return path.startsWith(base) ? decodeURIComponent(path.slice(base.length)) : null
}

function split(path: string | null): [string | null, string] {
  if (path === null) return [null, '']
  const at = path.indexOf('/')
  return at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)]
}
