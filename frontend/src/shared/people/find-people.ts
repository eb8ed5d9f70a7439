/** Asking the server for people who may be chosen. */
import { request } from '@/shared/api/request'
import type { Reference } from '@/shared/records/record'

const MOST = 20

/** People whose name or login contains the text, the first by name without one. */
export async function findPeople(app: string, search: string, signal?: AbortSignal): Promise<readonly Reference[]> {
  const path = `/apps/${encodeURIComponent(app)}/people`
  const query = { search: search === '' ? undefined : search, limit: MOST }
  return (await request<{ items: Reference[] }>(path, { query, signal })).items
}

/** People by their ids, those who left as well. */
export async function peopleNamed(app: string, ids: readonly string[]): Promise<readonly Reference[]> {
  const path = `/apps/${encodeURIComponent(app)}/people`
  return (await request<{ items: Reference[] }>(path, { query: { ids: ids.join(',') } })).items
}
