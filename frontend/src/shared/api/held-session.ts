/** Person and token of the session this page acts in; kept in memory only. */

interface HeldSession {
  readonly user: { readonly id: string }
  readonly csrf_token: string
}

let held: HeldSession | null = null

export function holdSession(session: HeldSession): void {
  held = session
}

/** What every unsafe request carries. */
export function csrfToken(): string {
  return held?.csrf_token ?? ''
}

/** After a sign-in in another tab: takes the new token; false when there is none, or it is another person's. */
export async function renewCsrfToken(): Promise<boolean> {
  const response = await fetch('/api/session', { credentials: 'same-origin' })
  if (!response.ok || held === null) return false
  const session = (await response.json()) as HeldSession | { readonly user: null }
  if (session.user === null || session.user.id !== held.user.id || session.csrf_token === held.csrf_token) return false
  holdSession(session)
  return true
}
