/** The session's token that every unsafe request carries; kept in memory only. */

let token = ''

export function csrfToken(): string {
  return token
}

export function rememberCsrfToken(value: string): void {
  token = value
}
