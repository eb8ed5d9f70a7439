import { describe, expect, test } from 'vitest'

import { refuse, startFakeServer } from '@/app/testing/fake-server'

import { holdSession } from './held-session'
import { ApiProblem, issuesOf } from './problem'
import { request, requestAnswer } from './request'
import { endSessionExpiry } from './session-expiry'

describe('a request', () => {
  test('carries the session’s token and its conditions, and brings the version back', async () => {
    holdSession({ user: { id: 'u-1' }, csrf_token: 'token-7' })
    const asked = startFakeServer({ 'PATCH /thing': () => Response.json({ a: 1 }, { headers: { ETag: '"4"' } }) })

    const answer = await requestAnswer('/thing', {
      method: 'PATCH',
      body: { a: 1 },
      ifMatch: '"3"',
      idempotencyKey: 'k-1',
    })

    expect(answer).toEqual({ value: { a: 1 }, etag: '"4"' })
    const { headers, body } = asked[0] ?? { headers: new Headers(), body: null }
    expect(body).toEqual({ a: 1 })
    expect(['X-CSRF-Token', 'If-Match', 'Idempotency-Key'].map((name) => headers.get(name))).toEqual([
      'token-7',
      '"3"',
      'k-1',
    ])
  })

  test('leaves out parts of the query that are not given', async () => {
    const asked = startFakeServer({ 'GET /things': () => [] })

    await request('/things', { query: { limit: 5, search: '李 娜', cursor: undefined } })

    expect(asked[0]?.query).toEqual({ limit: '5', search: '李 娜' })
  })

  test('that is refused says why, with everything the server added', async () => {
    const issues = [{ code: 'record.stale', pointer: '', params: {} }]
    startFakeServer({ 'PATCH /thing': () => refuse(412, { title: 'Stale', issues, current: { version: 9 } }) })

    const fault = await request('/thing', { method: 'PATCH', body: {} }).catch((caught: unknown) => caught)

    expect(fault).toBeInstanceOf(ApiProblem)
    expect(fault).toMatchObject({ status: 412, issues, body: { current: { version: 9 } } })
  })

  test('that finds no server becomes an issue people can read', async () => {
    startFakeServer({
      'GET /thing': () => {
        throw new TypeError('network')
      },
    })

    const fault = await request('/thing').catch((caught: unknown) => caught)

    expect(issuesOf(fault)).toMatchObject([{ code: 'request.unreachable' }])
  })

  test('goes again with the token of a session renewed in another tab', async () => {
    holdSession({ user: { id: 'u-1' }, csrf_token: 'old' })
    const wrong = { code: 'session.csrf.wrong', pointer: '', params: {} }
    startFakeServer({
      'GET /session': () => ({ user: { id: 'u-1' }, csrf_token: 'new' }),
      'POST /thing': ({ headers }) =>
        headers.get('X-CSRF-Token') === 'new' ? 'done' : refuse(403, { issues: [wrong] }),
    })

    expect(await request('/thing', { method: 'POST', body: {} })).toBe('done')
  })

  test('is refused when another person has signed in in another tab', async () => {
    holdSession({ user: { id: 'u-1' }, csrf_token: 'old' })
    const wrong = { code: 'session.csrf.wrong', pointer: '', params: {} }
    startFakeServer({
      'GET /session': () => ({ user: { id: 'u-2' }, csrf_token: 'new' }),
      'POST /thing': () => refuse(403, { issues: [wrong] }),
    })

    await expect(request('/thing', { method: 'POST', body: {} })).rejects.toMatchObject({ status: 403 })
  })

  test('that meets an ended session waits for the next one and is sent again', async () => {
    let attempts = 0
    startFakeServer({ 'GET /thing': () => (++attempts === 1 ? refuse(401) : 'done') })

    const pending = request('/thing')
    await Promise.resolve()
    setTimeout(() => endSessionExpiry(true))

    expect(await pending).toBe('done')
  })
})
