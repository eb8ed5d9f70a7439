/** Who is signed in, as the server says it. */
import type { Locale } from '@/core/i18n/locale'
import { currentLocale } from '@/core/i18n/translator'
import type { Label } from '@/generated/metadata'
import { holdSession } from '@/shared/api/held-session'
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
  /** Who is signed in, where they see the app as `user`. */
  readonly seen_by?: SessionUser | null
  readonly roles: readonly string[]
  /** Areas of administration this person may enter. */
  readonly administer: readonly string[]
  readonly csrf_token: string
  readonly expires_at: string | null
  /** Whether the server runs the demo and offers its people. */
  readonly demo: boolean
  /** Code of what is unsafe about this connection. */
  readonly warning: string | null
  /** How far the news had come when this was answered; what is asked for later knows at least as much. */
  readonly events_after?: string
}

export interface Nobody {
  readonly user: null
  readonly demo: boolean
}

/** Who looks at this page, signed in or not. */
export type Visitor = Session | Nobody

export interface DemoPerson {
  readonly login: string
  readonly name: Label
  readonly roles: readonly Label[]
}

export interface Preferences {
  readonly language?: Locale
  readonly theme?: string
}

/** Who is signed in, whoever they see the app as. */
export function ownUser({ user, seen_by: own }: Session): SessionUser {
  return own ?? user
}

export async function readVisitor(): Promise<Visitor> {
  const visitor = await request<Visitor>('/session', { isAnonymous: true })
  return visitor.user === null ? visitor : kept(visitor)
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

/** People offered for one-click sign-in; to be asked of a demo only. */
export async function readDemoPeople(): Promise<readonly DemoPerson[]> {
  return (await request<{ items: DemoPerson[] }>('/demo/people', { isAnonymous: true })).items
}

/** The language a person signs in with becomes the account's, so that its letters and names are in it as well. */
async function open(path: string, body: RequestOptions['body']): Promise<Session> {
  const session = kept(await request<Session>(path, { method: 'POST', body, isAnonymous: true }))
  const language = currentLocale()
  return session.user.language === language ? session : await savePreferences({ language })
}

function kept(session: Session): Session {
  holdSession({ ...session, user: ownUser(session) })
  return session
}
