/** Rows put in order for drawing: members along an axis, and a series per figure or per member told apart by colour. */
import { keyOf, measuresOf, type Answer, type AnswerColumn, type AnswerRow } from './answer'

export interface Category {
  readonly key: string
  /** A row that has the member, to read its title from. */
  readonly row: AnswerRow
}

export interface Series {
  readonly key: string
  readonly measure: AnswerColumn
  /** A row with the member that tells the series apart; none where figures are the series. */
  readonly member?: AnswerRow | undefined
  /** A row per category; none where the answer has none. */
  readonly cells: readonly (AnswerRow | undefined)[]
}

export interface Grid {
  readonly categories: readonly Category[]
  readonly series: readonly Series[]
}

/** The members of a dimension in the order of the answer, the rest last. */
export function membersOf(rows: readonly AnswerRow[], dimension: string): readonly Category[] {
  const found = new Map<string, Category>()
  for (const row of rows) {
    const key = keyOf(row, dimension)
    if (!found.has(key)) found.set(key, { key, row })
  }
  const members = [...found.values()]
  return [...members.filter(({ key }) => key !== 'others'), ...members.filter(({ key }) => key === 'others')]
}

export function gridOf(answer: Answer, x: string, figures: readonly string[], color?: string): Grid {
  const categories = membersOf(answer.rows, x)
  const measures = measuresOf(answer).filter(({ id }) => figures.includes(id))
  if (color === undefined) {
    const byCategory = new Map(answer.rows.map((row) => [keyOf(row, x), row]))
    return { categories, series: measures.map((measure) => ({ key: measure.id, measure, cells: cellsOf(categories, byCategory) })) }
  }
  const series = measures.flatMap((measure) =>
    membersOf(answer.rows, color).map(({ key, row }) => {
      const own = answer.rows.filter((each) => keyOf(each, color) === key)
      const byCategory = new Map(own.map((each) => [keyOf(each, x), each]))
      return { key: `${measure.id} ${key}`, measure, member: row, cells: cellsOf(categories, byCategory) }
    }),
  )
  return { categories, series }
}

function cellsOf(categories: readonly Category[], rows: ReadonlyMap<string, AnswerRow>) {
  return categories.map(({ key }) => rows.get(key))
}
