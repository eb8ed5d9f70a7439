/** A user of the installation, by name. */
import { parsed, unreadable } from '@/core/values/parsed'
import { isReference } from '@/core/values/value'
import { findPeople } from '@/shared/people/find-people'

import type { FieldOf, FieldSpec } from '../spec'
import type { FieldScope } from '../scope'

export const spec: FieldSpec<'person'> = {
  key: 'person',
  align: 'start',
  width: 130,
  sheetEntry: 'picker',
  write: (value) => (isReference(value) ? (value.title ?? '') : ''),
  match: matchPeople,
}

async function matchPeople(texts: readonly string[], _: FieldOf<'person'>, { app }: FieldScope) {
  const names = [...new Set(texts.map((text) => text.trim()))]
  return new Map(await Promise.all(names.map(async (text) => [text, await matchPerson(app, text)] as const)))
}

async function matchPerson(app: string, text: string) {
  const hits = (await findPeople(app, text)).filter(({ title }) => title.toLowerCase() === text.toLowerCase())
  const [hit] = hits
  if (hit === undefined) return unreadable('entry.person.unknown', { text })
  return hits.length > 1 ? unreadable('entry.link.ambiguous', { text, count: hits.length }) : parsed(hit)
}
