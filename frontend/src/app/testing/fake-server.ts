/** A server in the test: a table of routes answered by plain functions, and a log of what was asked. */
import { vi } from 'vitest'

export interface Asked {
  readonly method: string
  /** Path below /api, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Headers
  readonly body: unknown
}

/** What a route answers: a body, sent with status 200, or a whole response. */
type Reply = (asked: Asked) => unknown

/** Routes by "METHOD /path"; a `*` stands for one step of the path. */
export type FakeRoutes = Readonly<Record<string, Reply>>

/** Answers every fetch from the table for the rest of the test; what no route answers is 404. */
export function startFakeServer(routes: FakeRoutes): Asked[] {
  const log: Asked[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const asked = readAsked(url, init)
    log.push(asked)
    const reply = findReply(routes, `${asked.method} ${asked.path}`)
    const answer = reply ? await reply(asked) : refuse(404)
    return answer instanceof Response ? answer : Response.json(answer ?? null)
  })
  return log
}

export function refuse(status: number, body: object = {}): Response {
  return Response.json(body, { status, headers: { 'Content-Type': 'application/problem+json' } })
}

function readAsked(url: string, { method = 'GET', headers, body }: RequestInit): Asked {
  const { pathname, searchParams } = new URL(url, 'http://test')
  return {
    method,
    path: pathname.replace(/^\/api/, ''),
    query: Object.fromEntries(searchParams),
    headers: new Headers(headers),
    body: typeof body === 'string' ? JSON.parse(body) : body,
  }
}

function findReply(routes: FakeRoutes, asked: string): Reply | undefined {
  return Object.entries(routes).find(([route]) => isSameRoute(route, asked))?.[1]
}

function isSameRoute(route: string, asked: string): boolean {
  const [wanted, given] = [route.split('/'), asked.split('/')]
  return wanted.length === given.length && wanted.every((step, at) => step === '*' || step === given[at])
}
