/** Who is signed in, as the server says it. */
import type { Locale } from '@/core/i18n/locale'
import { currentLocale } from '@/core/i18n/translator'
import type { Label } from '@/generated/metadata'
import { holdSession } from '@/shared/api/held-session'
import { isProblem } from '@/shared/api/problem'
import { request, type RequestOptions } from '@/shared/api/request'

export interface SessionUser {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly language: string
  readonly theme: string
}

export interface Session {
  readonly user: SessionUser
  readonly roles: readonly string[]
  /** Areas of administration this person may enter. */
  readonly administer: readonly string[]
  readonly csrf_token: string
  readonly expires_at: string | null
  /** Code of what is unsafe about this connection. */
  readonly warning: string | null
}

export interface DemoPerson {
  readonly login: string
  readonly name: Label
  readonly roles: readonly Label[]
}

export interface Preferences {
  readonly language?: Locale
  readonly theme?: string
}

/** The running session, or null when nobody is signed in. */
export async function readSession(): Promise<Session | null> {
  const session = await request<Session>('/session', { isAnonymous: true }).catch(absentWhenUnauthorised)
  return session && kept(session)
}

export async function signIn(login: string, password: string): Promise<Session> {
  return await open('/session', { login, password })
}

export async function signInAsDemoPerson(login: string): Promise<Session> {
  return await open('/demo/session', { login })
}

export async function signOut(): Promise<void> {
  await request('/session', { method: 'DELETE' })
}

export async function savePreferences(preferences: Preferences): Promise<Session> {
  return await request<Session>('/session', { method: 'PATCH', body: preferences })
}

/** People offered for one-click sign-in; a server that is no demo has none. */
export async function readDemoPeople(): Promise<readonly DemoPerson[]> {
  const answer = request<{ items: DemoPerson[] }>('/demo/people', { isAnonymous: true })
  return (await answer.catch(() => ({ items: [] }))).items
}

/** The language a person signs in with becomes the account's, so that its letters and names are in it as well. */
async function open(path: string, body: RequestOptions['body']): Promise<Session> {
  const session = kept(await request<Session>(path, { method: 'POST', body, isAnonymous: true }))
  const language = currentLocale()
  return session.user.language === language ? session : await savePreferences({ language })
}

function kept(session: Session): Session {
  holdSession(session)
  return session
}

function absentWhenUnauthorised(fault: unknown): null {
  if (isProblem(fault, 401)) return null
  throw fault
}
