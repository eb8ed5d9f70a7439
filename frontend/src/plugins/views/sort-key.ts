/** One key of an order, by field name; and an order as the list route reads it. */
export interface SortKey {
  readonly field: string
  readonly descending: boolean
}

export function sortText(sort: readonly SortKey[]): string {
  return sort.map(({ field, descending }) => (descending ? `-${field}` : field)).join(',')
}
