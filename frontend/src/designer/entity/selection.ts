/** Which fields are chosen after a press on one of them, as in a list of files. Plain lists of ids. */

interface Held {
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** The field in hand stands last: a range reaches from it. */
export function chosenAfter(order: readonly string[], chosen: readonly string[], pressed: string, held: Held): readonly string[] {
  const inHand = chosen.at(-1)
  if (held.shiftKey && inHand !== undefined) return rangeOf(order, inHand, pressed)
  if (!held.ctrlKey && !held.metaKey) return [pressed]
  return chosen.includes(pressed) ? chosen.filter((id) => id !== pressed) : [...chosen, pressed]
}

function rangeOf(order: readonly string[], from: string, to: string): readonly string[] {
  const [first, last] = [order.indexOf(from), order.indexOf(to)].toSorted((one, other) => one - other)
  const range = order.slice(first, (last ?? 0) + 1)
  return [...range.filter((id) => id !== from), from]
}
