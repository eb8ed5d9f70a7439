/** Titles of records and people known by their ids: those one page asks for go to the server together. */
import { queryOptions } from '@tanstack/react-query'

import type { Entity } from '@/generated/metadata'
import { peopleNamed } from '@/shared/people/find-people'

import { listRecords } from './list-records'
import { recordTitle } from './record'

/** Where ids belong: records of an entity, or people as an app knows them. */
export interface TitlePlace {
  readonly app: string
  /** Without one, people. */
  readonly entity?: Entity
}

type Titles = ReadonlyMap<string, string>

const MOST = 100
const FRESH = 5 * 60_000
const ASKED = new Map<string, { readonly ids: Set<string>; readonly answer: Promise<Titles> }>()

/** The title of a record or a person; nothing where it is gone, or not for the reader to see. */
export function titleQuery(place: TitlePlace, id: string) {
  return queryOptions({
    queryKey: ['title', place.app, place.entity?.name ?? '', id],
    queryFn: async () => (await askedTogether(place, id)).get(id) ?? null,
    staleTime: FRESH,
    retry: false,
  })
}

function askedTogether(place: TitlePlace, id: string): Promise<Titles> {
  const key = JSON.stringify([place.app, place.entity?.id])
  const waiting = ASKED.get(key)
  if (waiting !== undefined && waiting.ids.size < MOST) {
    waiting.ids.add(id)
    return waiting.answer
  }
  const ids = new Set([id])
  const answer = new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
    if (ASKED.get(key)?.ids === ids) ASKED.delete(key)
    return titlesOf(place, [...ids])
  })
  ASKED.set(key, { ids, answer })
  return answer
}

async function titlesOf({ app, entity }: TitlePlace, ids: readonly string[]): Promise<Titles> {
  if (entity === undefined) return new Map((await peopleNamed(app, ids)).map((person) => [person.id, person.title]))
  const query = { conditions: [{ field: 'id', operator: 'in' as const, value: ids }], expand: '*', limit: ids.length }
  const { items } = await listRecords(app, entity.name, query)
  return new Map(items.map((record) => [record.id, recordTitle(entity, record)]))
}
