/** The list a person came from, so that a record can lead to its neighbours and back; kept for this tab. */

export interface VisitedList {
  /** Address to go back to. */
  readonly address: string
  /** Ids in the order they were shown. */
  readonly ids: readonly string[]
}

const keyOf = (app: string, entity: string) => `tongdao.list.${app}.${entity}`

export function rememberList(app: string, entity: string, list: VisitedList): void {
  try {
    sessionStorage.setItem(keyOf(app, entity), JSON.stringify(list))
  } catch {
    // A browser that refuses storage only loses the way to the neighbours.
  }
}

export function visitedList(app: string, entity: string): VisitedList | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(app, entity)) ?? 'null') as VisitedList | null
  } catch {
    return null
  }
}
