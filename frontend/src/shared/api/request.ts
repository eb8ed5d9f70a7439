/** The only place that talks to the server: headers, bodies, refusals, and waiting out an ended session. */
import { currentLocale } from '@/core/i18n/translator'

import { sendInPreview, wouldWrite } from '@/shared/preview/preview-requests'
import { currentPreview } from '@/shared/preview/preview'

import { heldSeeing, holdSeeing } from '../seeing/held-seeing'
import { csrfToken, renewCsrfToken } from './held-session'
import { ApiProblem, readProblem, UNREACHABLE, withWords } from './problem'
import { noteRelease } from './releases'
import { untilSignedIn } from './session-expiry'

const SEEING_OVER: ReadonlySet<string> = new Set(['seeing.denied', 'seeing.ended'])

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  /** Sent as JSON, unless it is form data or a file. */
  readonly body?: unknown
  /** The version the change is based on; the server refuses with 412 when it is no longer current. */
  readonly ifMatch?: string
  /** The same key on a repeated attempt makes the server do the work once. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal | undefined
  /** For the sign-in page itself: an absent session is an answer, not an interruption. */
  readonly isAnonymous?: boolean
}

export interface Answer<T> {
  readonly value: T
  readonly etag: string | null
}

/** The answer's body. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return (await requestAnswer<T>(path, options)).value
}

/** The answer's body together with its version. */
export async function requestAnswer<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const response = await requestResponse(path, options)
  return { value: (await readBody(response)) as T, etag: response.headers.get('ETag') }
}

/** The answer as it came, for downloads; refusals are thrown as `ApiProblem`. */
export async function requestResponse(path: string, options: RequestOptions = {}): Promise<Response> {
  const response = await sendOrPreview(path, options)
  noteRelease(path, response.headers)
  if (response.ok) return response
  const problem = await readProblem(response)
  if (isSeeingOver(problem)) endSeeing()
  if (options.isAnonymous !== true && (await isOvercome(problem))) return requestResponse(path, options)
  await withWords()
  throw problem
}

/** Whether the request may go again: the session had ended, or was renewed in another tab. */
async function isOvercome(problem: ApiProblem): Promise<boolean> {
  if (problem.status === 401) return untilSignedIn()
  return problem.issues.some(({ code }) => code === 'session.csrf.wrong') && renewCsrfToken()
}

/** A window that shows a draft asks for that, and writes nothing. */
async function sendOrPreview(path: string, options: RequestOptions): Promise<Response> {
  const preview = currentPreview()
  if (preview === null) return await send(path, options)
  const { method = 'GET', query = {} } = options
  if (wouldWrite(method, path)) throw new ApiProblem(409, { issues: [{ code: 'preview.readonly', pointer: '', params: {} }] })
  return await sendInPreview(preview, { path, method, query }, (asked) =>
    send(asked.path, asked.path === path ? { ...options, query: asked.query } : { method: 'GET', query: asked.query }),
  )
}

/** Whether the other eyes are gone: the hour is over, or the right to look. */
function isSeeingOver({ issues }: ApiProblem): boolean {
  return heldSeeing() !== null && issues.some(({ code }) => SEEING_OVER.has(code))
}

/** The page as it was does not fit one's own eyes. */
function endSeeing(): void {
  holdSeeing(null)
  window.location.reload()
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', query, body, signal } = options
  const url = `/api${path}${queryText(query)}`
  try {
    return await fetch(url, {
      method,
      headers: headersFor(options),
      body: encode(body),
      credentials: 'same-origin',
      signal,
    })
  } catch (fault) {
    if (signal?.aborted) throw fault
    throw new ApiProblem(UNREACHABLE, { issues: [{ code: 'request.unreachable', pointer: '', params: {} }] })
  }
}

function headersFor({ method = 'GET', body, ifMatch, idempotencyKey }: RequestOptions): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': currentLocale() })
  if (body !== undefined && !isRaw(body)) headers.set('Content-Type', 'application/json')
  if (method !== 'GET') headers.set('X-CSRF-Token', csrfToken())
  const seeing = heldSeeing()
  if (seeing !== null) headers.set('X-See-As', seeing.token)
  if (ifMatch !== undefined) headers.set('If-Match', ifMatch)
  if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey)
  return headers
}

function encode(body: unknown): BodyInit | undefined {
  if (body === undefined) return undefined
  return isRaw(body) ? body : JSON.stringify(body)
}

function isRaw(body: unknown): body is FormData | Blob {
  return body instanceof FormData || body instanceof Blob
}

async function readBody(response: Response): Promise<unknown> {
  return response.status === 204 ? undefined : await response.json()
}

function queryText(query: RequestOptions['query'] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text && `?${text}`
}
