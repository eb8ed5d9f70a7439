/** Everything in an app that has a name: documents, and the fields, steps, columns, tiles and choices inside them. */
import type { Label } from '@/generated/metadata'

import type { DocumentFolder, Draft } from '../drafting/draft'
import { DOCUMENT_KINDS, documentsOf } from './document-kinds'
import type { Place } from './places'

export interface Found {
  readonly key: string
  readonly folder: DocumentFolder
  readonly file: string
  readonly place: Place
  readonly label: Label
  readonly name: string
  /** The document it stands in; none for a document itself. */
  readonly within?: Label
}

const MOST = 40

export function everythingIn(draft: Draft): Found[] {
  return DOCUMENT_KINDS.flatMap(({ folder }) =>
    documentsOf(draft, folder).flatMap(({ file, document }) => {
      const whole = { key: file, folder, file, place: [], label: document.label, name: document.name }
      return [whole, ...partsOf(document, []).map((part) => ({ ...part, key: file + part.place.join('/'), folder, file, within: document.label }))]
    }),
  )
}

/** What fits the words typed, best first: names that begin with them, then those that hold them; documents before parts. */
export function search(everything: readonly Found[], words: string): Found[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return everything.filter(({ within }) => within === undefined).slice(0, MOST)
  return everything
    .map((found) => ({ found, rank: rankOf(found, wanted) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ found }) => found)
}

function rankOf({ label, name, within }: Found, wanted: string): number {
  const texts = [...Object.values(label), name].map((text) => text.toLowerCase())
  const part = within === undefined ? 1 : 0
  if (texts.includes(wanted)) return 6 + part
  if (texts.some((text) => text.startsWith(wanted))) return 4 + part
  return texts.some((text) => text.includes(wanted)) ? 2 + part : 0
}

type Part = Pick<Found, 'place' | 'label' | 'name'>

function partsOf(thing: unknown, place: Place): Part[] {
  if (Array.isArray(thing)) return thing.flatMap((each: unknown, at) => [...named(each, [...place, at]), ...partsOf(each, [...place, at])])
  if (typeof thing !== 'object' || thing === null) return []
  return Object.entries(thing).flatMap(([key, each]) => (key === 'label' ? [] : partsOf(each, [...place, key])))
}

/** Parts are what stands in a list and has a label of its own. */
function named(each: unknown, place: Place): Part[] {
  if (typeof each !== 'object' || each === null || !('label' in each) || !isLabel(each.label)) return []
  const name = 'name' in each && typeof each.name === 'string' ? each.name : ''
  return [{ place, label: each.label, name }]
}

function isLabel(value: unknown): value is Label {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')
}
