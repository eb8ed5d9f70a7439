/** Which sections and items of a form are shown, required and locked for the values entered so far. */
import { isBlank, type Value } from '../values/value'
import { recordResolver, type Surroundings } from './computed'
import type { Entry } from './entry'
import { namesIn } from './names'
import { isEnterable, itemsOf, type FormPlan, type PlannedItem } from './plan'

export interface ItemState {
  readonly isShown: boolean
  readonly isRequired: boolean
  readonly isLocked: boolean
  /** The choices that may be chosen; without them, all of the list. */
  readonly choices?: readonly string[]
}

/** By field id. Sections have their own entry, by section id. */
export interface FormBehaviour {
  readonly items: Readonly<Record<string, ItemState>>
  readonly sections: Readonly<Record<string, boolean>>
}

type Holds = (expression: string | undefined, otherwise: boolean) => boolean

export function behaviourOf(plan: FormPlan, entry: Entry, surroundings: Surroundings): FormBehaviour {
  const valueOf = evaluation(plan, entry, surroundings)
  const holds: Holds = (expression, otherwise) => {
    const value = valueOf(expression)
    return value === undefined ? otherwise : value === true
  }
  return {
    items: Object.fromEntries(itemsOf(plan).map((item) => [item.field.id, { ...itemState(item, holds), ...offered(valueOf(item.choices)) }])),
    sections: Object.fromEntries(plan.sections.map(({ id, show }) => [id, holds(show, true)])),
  }
}

function itemState(item: PlannedItem, holds: Holds): ItemState {
  return {
    isShown: holds(item.show, true),
    isRequired: isEnterable(item) && (item.field.required === true || holds(item.require, false)),
    isLocked: !isEnterable(item) || holds(item.lock, false),
  }
}

/** What may be chosen, from what an expression over it gives: a list, one value, or nothing, which narrows nothing. */
function offered(value: Value | undefined): Pick<ItemState, 'choices'> {
  const values = Array.isArray(value) ? (value as readonly unknown[]) : [value]
  const choices = values.filter((each): each is string => typeof each === 'string' && each !== '')
  return choices.length === 0 ? {} : { choices }
}

/** What cannot be told in the browser does not get in the person's way; the server decides on saving. */
function evaluation(plan: FormPlan, entry: Entry, { evaluator, linked }: Surroundings): (expression: string | undefined) => Value | undefined {
  const resolve = recordResolver(plan, entry, linked)
  return (expression) => {
    const tree = expression === undefined ? undefined : plan.trees[expression]
    if (tree === undefined || evaluator === undefined || !evaluator.canRun(tree)) return undefined
    if (namesIn(tree).some((path) => resolve(path) === undefined)) return undefined
    const outcome = evaluator.evaluate(tree, resolve)
    return 'error' in outcome ? undefined : outcome.value
  }
}

/** Items that are on the form now. */
export function shownItems(plan: FormPlan, behaviour: FormBehaviour): PlannedItem[] {
  const sections = plan.sections.filter(({ id }) => behaviour.sections[id] !== false)
  return sections.flatMap(({ items }) => items).filter(({ field }) => behaviour.items[field.id]?.isShown !== false)
}

/** Those of them that can be entered. */
export function openItems(plan: FormPlan, behaviour: FormBehaviour): PlannedItem[] {
  return shownItems(plan, behaviour).filter(({ field }) => behaviour.items[field.id]?.isLocked !== true)
}

/** Items open to be entered with a value that may not be chosen now. */
export function misplacedItems(plan: FormPlan, entry: Entry, behaviour: FormBehaviour): PlannedItem[] {
  return openItems(plan, behaviour).filter(({ field }) => {
    const { choices } = behaviour.items[field.id] ?? {}
    const value = entry.values[field.name]
    const chosen = Array.isArray(value) ? (value as readonly unknown[]) : isBlank(value) ? [] : [value]
    return choices !== undefined && chosen.some((each) => !choices.includes(String(each)))
  })
}

/** Items open to be entered and required, but blank. */
export function missingItems(plan: FormPlan, entry: Entry, behaviour: FormBehaviour): PlannedItem[] {
  return openItems(plan, behaviour).filter(({ field }) => behaviour.items[field.id]?.isRequired === true && isEmpty(entry, field.name))
}

function isEmpty(entry: Entry, name: string): boolean {
  const lines = entry.lines[name]
  return lines === undefined ? isBlank(entry.values[name]) : lines.length === 0
}

/** Linked fields that behaviours read, by link field name: `customer.level` makes {customer: [level]}. */
export function linkedReads(plan: FormPlan): Readonly<Record<string, readonly string[]>> {
  const expressions = [...itemsOf(plan).flatMap(({ show, require, lock, choices }) => [show, require, lock, choices]), ...plan.sections.map(({ show }) => show)]
  const paths = expressions.flatMap((expression) => (expression === undefined ? [] : namesIn(plan.trees[expression])))
  const links = new Set(plan.entity.fields.filter(({ type }) => type === 'link' || type === 'person').map(({ name }) => name))
  const reads = new Map<string, Set<string>>()
  for (const [link, step] of paths) {
    if (link === undefined || step === undefined || !links.has(link)) continue
    reads.set(link, new Set([...(reads.get(link) ?? []), step]))
  }
  return Object.fromEntries([...reads].map(([link, steps]) => [link, [...steps]]))
}
