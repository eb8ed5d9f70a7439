/** What a question does with figures that are easily misread, so that it can be said before somebody wonders. */
import { dimensionsOn, type Shelves } from '@/core/query/shelves'
import type { Entity, Label, QueryMeasure } from '@/generated/metadata'

/** Said by the sentence `explore:note.<key>` with these labels in it. */
export interface Note {
  readonly key: 'grains' | 'balance' | 'stock' | 'per_line' | 'distinct'
  readonly labels: Readonly<Record<string, readonly Label[]>>
}

export function notesOn(entities: readonly Entity[], shelves: Shelves): readonly Note[] {
  const figures = shelves.values.filter(({ expression }) => expression === undefined)
  const homes = homesOf(entities, figures)
  const balances = figures.filter(({ aggregate }) => aggregate === 'first' || aggregate === 'last')
  const distinct = figures.filter(({ aggregate }) => aggregate === 'count_distinct')
  const perLine = figures.filter(({ lines, value }) => lines !== undefined && value?.startsWith('parent.') === true)
  const stocks = figures.filter((figure) => isStock(entities, figure) && figure.aggregate === 'sum' && isOverTime(shelves))
  const groups = dimensionsOn(shelves).length
  return [
    ...(homes.length > 1 ? [{ key: 'grains', labels: { homes } } as const] : []),
    ...noted('balance', balances),
    ...noted('stock', stocks),
    ...noted('per_line', perLine),
    ...(groups > 0 && shelves.totals ? noted('distinct', distinct) : []),
  ]
}

function noted(key: Note['key'], figures: readonly QueryMeasure[]): readonly Note[] {
  return figures.length === 0 ? [] : [{ key, labels: { figures: figures.map(({ label }) => label ?? {}) } }]
}

/** The kinds of records that are aggregated, each once. */
function homesOf(entities: readonly Entity[], figures: readonly QueryMeasure[]): readonly Label[] {
  const keys = new Map(figures.map(({ home, lines }) => [`${home ?? ''} ${lines ?? ''}`, { home, lines }]))
  return [...keys.values()].map(({ home, lines }) => {
    const entity = entities.find(({ id }) => id === home)
    return entity?.fields.find(({ id }) => id === lines)?.label ?? entity?.label ?? {}
  })
}

function isStock(entities: readonly Entity[], { home, field }: QueryMeasure): boolean {
  const stock = entities.find(({ id }) => id === home)?.stock
  return stock !== undefined && (stock.on_hand === field || stock.reserved === field)
}

function isOverTime(shelves: Shelves): boolean {
  return dimensionsOn(shelves).some(({ grain }) => grain !== undefined)
}
