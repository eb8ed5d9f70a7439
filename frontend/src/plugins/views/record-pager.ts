/**
 * Any stretch of a long list by number, although the server only knows "the page after this cursor".
 *
 * Cursors stand at every `STRIDE` records. A jump far ahead walks there over ids alone; what was passed stays known.
 */
import type { ListQuery } from '@/shared/records/list-records'
import type { RecordPage, StoredRecord } from '@/shared/records/record'

/** The longest page the server gives. */
export const STRIDE = 500

type List = (query: ListQuery) => Promise<RecordPage>

export interface Stretch {
  readonly records: readonly StoredRecord[]
  /** How many records there are in all, once that is known. */
  readonly total: number | undefined
}

export interface RecordPager {
  stretch(start: number, end: number): Promise<Stretch>
}

export function recordPager(list: List, query: ListQuery): RecordPager {
  const cursors: (string | null)[] = [null]
  let total: number | undefined

  async function walkTo(stride: number): Promise<number> {
    for (let known = cursors.length - 1; known < stride; known += 1) {
      const page = await list({ ...at(query, cursors[known]), fields: 'id', expand: undefined, limit: STRIDE })
      if (page.next_cursor === null) return known
      cursors.push(page.next_cursor)
    }
    return stride
  }

  async function first(limit: number): Promise<RecordPage> {
    const page = await list({ ...query, limit, count: total === undefined ? 'exact' : 'none' })
    total = page.total ?? total
    return page
  }

  return {
    async stretch(start, end) {
      const stride = await walkTo(Math.floor(start / STRIDE))
      const offset = start - stride * STRIDE
      const limit = Math.min(end - stride * STRIDE, STRIDE)
      const page = stride === 0 ? await first(limit) : await list({ ...at(query, cursors[stride]), limit })
      if (limit === STRIDE && page.next_cursor !== null) cursors[stride + 1] ??= page.next_cursor
      return { records: page.items.slice(offset), total }
    },
  }
}

function at(query: ListQuery, cursor: string | null | undefined): ListQuery {
  return typeof cursor === 'string' ? { ...query, cursor } : query
}
