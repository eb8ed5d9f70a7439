/**
 * What stands on a form for what was entered: fields that it neither shows nor unlocks keep what they had. The server
 * judges by the same rule (`engine/forms/writing.py`): a field may be changed when it is open as the form opens, or once
 * everything else is entered. What was typed into it comes back when the field does.
 */
import { isSameValue, type Values } from '../values/value'
import { behaviourOf, openItems, type FormBehaviour } from './behaviour'
import { withFormulas, type Surroundings } from './computed'
import { isSameLine, type Entry, type FormLine } from './entry'
import { isEnterable, type FormPlan, type PlannedItem } from './plan'

export interface Held {
  /** The entry with its formulas, as it would be stored. */
  readonly shown: Entry
  readonly behaviour: FormBehaviour
}

interface Versions {
  readonly opening: Entry
  readonly entry: Entry
}

/** What conditions see: links may have led elsewhere as the form opened. */
interface Sights {
  readonly atFirst: Surroundings
  readonly now: Surroundings
}

export function hold(plan: FormPlan, { opening, entry }: Versions, { atFirst, now }: Sights): Held {
  const changed = closableItems(plan).filter((item) => !isSame(item, opening, entry))
  if (changed.length === 0) return stand(plan, entry, now)
  const isOpen = (item: PlannedItem, { behaviour }: Held) => openItems(plan, behaviour).includes(item)
  const takeBack = (kept: Entry, doubtful: readonly PlannedItem[]): Entry => {
    const closed = doubtful.find((item) => !isOpen(item, stand(plan, takenBack(item, opening, kept), now)))
    if (closed === undefined) return kept
    return takeBack(takenBack(closed, opening, kept), doubtful.filter((item) => item !== closed))
  }
  const first = stand(plan, opening, atFirst)
  return stand(plan, takeBack(entry, changed.filter((item) => !isOpen(item, first))), now)
}

function stand(plan: FormPlan, entry: Entry, surroundings: Surroundings): Held {
  const shown = withFormulas(plan, entry, surroundings)
  return { shown, behaviour: behaviourOf(plan, shown, surroundings) }
}

/** The entry a new record opens with: what defaults fill in, and nothing by hand. */
export function blankEntry({ suggested }: Entry): Entry {
  return { values: suggested, suggested, lines: {} }
}

/** Items that the form may hide or lock. */
function closableItems(plan: FormPlan): PlannedItem[] {
  return plan.sections.flatMap(({ show, items }) => items.filter((item) => isEnterable(item) && (show ?? item.show ?? item.lock) !== undefined))
}

function isSame({ field: { name, type, options } }: PlannedItem, left: Entry, right: Entry): boolean {
  if (type !== 'lines') return isSameValue(left.values[name], right.values[name])
  const [before, after] = [left.lines[name] ?? NO_LINES, right.lines[name] ?? NO_LINES]
  return before.length === after.length && after.every((line, at) => isSameLine(options.fields, before[at] ?? line, line))
}

const NO_LINES: readonly FormLine[] = []

function takenBack({ field: { name, type } }: PlannedItem, opening: Entry, entry: Entry): Entry {
  if (type === 'lines') return { ...entry, lines: { ...entry.lines, [name]: opening.lines[name] ?? NO_LINES } }
  return { ...entry, values: replaced(entry.values, name, opening.values) }
}

/** A field that was never entered is absent. */
function replaced(values: Values, name: string, former: Values): Values {
  const { [name]: _, ...others } = values
  return name in former ? { ...others, [name]: former[name] ?? null } : others
}
