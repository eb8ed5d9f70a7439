/** Wildcards: `*` stands for any characters, `?` for one, `~` makes the next one plain. Case does not matter. */
import { fold } from './operators'

type Piece = { readonly any: 'many' | 'one' } | { readonly plain: string }

export function hasWildcards(text: string): boolean {
  return /[*?~]/.test(text)
}

function pieces(pattern: string): readonly Piece[] {
  const found: Piece[] = []
  const characters = [...fold(pattern)]
  for (let place = 0; place < characters.length; place += 1) {
    const character = characters[place] ?? ''
    const next = characters[place + 1]
    if (character === '~' && next !== undefined && '*?~'.includes(next)) {
      found.push({ plain: next })
      place += 1
    } else if (character === '*') found.push({ any: 'many' })
    else if (character === '?') found.push({ any: 'one' })
    else found.push({ plain: character })
  }
  return found
}

/** Match a whole text, going back to the last star only, so that no pattern can make it hang. */
export function matchesWildcard(pattern: string, text: string): boolean {
  return positionsFrom(pieces(pattern), [...fold(text)])
}

function positionsFrom(wanted: readonly Piece[], text: readonly string[]): boolean {
  let piece = 0
  let place = 0
  let star = -1
  let starPlace = 0
  while (place < text.length) {
    const current = wanted[piece]
    if (current && 'any' in current && current.any === 'many') {
      star = piece
      starPlace = place
      piece += 1
    } else if (current && ('any' in current || current.plain === text[place])) {
      piece += 1
      place += 1
    } else if (star >= 0) {
      piece = star + 1
      starPlace += 1
      place = starPlace
    } else return false
  }
  return wanted.slice(piece).every((each) => 'any' in each && each.any === 'many')
}

/** The first place from `start` at which a wildcard text matches some run of characters; -1 where none does. */
export function findWildcard(pattern: string, text: string, start: number): number {
  const characters = [...fold(text)]
  const wanted = [...pieces(pattern), { any: 'many' } as const]
  for (let place = start; place <= characters.length; place += 1) {
    if (positionsFrom(wanted, characters.slice(place))) return place
  }
  return -1
}
