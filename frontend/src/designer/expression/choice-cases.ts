/** What may be chosen, case by case: the first case whose condition holds says it. To and from the expression of it. */
import { isFault, parse } from '@/core/expressions/parse'
import { print, printText } from '@/core/expressions/print'
import type { Tree } from '@/core/expressions/tree'

export interface ChoiceCase {
  /** An expression; empty until it is written. */
  readonly when: string
  readonly values: readonly string[]
}

export interface ChoiceCases {
  readonly cases: readonly ChoiceCase[]
  /** Where no case holds; none means all of the list. */
  readonly otherwise: readonly string[]
}

export const NO_CASES: ChoiceCases = { cases: [], otherwise: [] }

/** Cases that are not finished are left out. */
export function casesText({ cases, otherwise }: ChoiceCases): string {
  const finished = cases.filter(({ when, values }) => when !== '' && values.length > 0)
  if (finished.length === 0 && otherwise.length === 0) return ''
  return finished.reduceRight((rest, { when, values }) => `IF(${when}, ${listText(values)}, ${rest})`, otherwise.length === 0 ? '""' : listText(otherwise))
}

/** The cases of an expression, or undefined where cases cannot show it. */
export function readCases(text: string): ChoiceCases | undefined {
  if (text.trim() === '') return NO_CASES
  const tree = parse(text)
  return isFault(tree) ? undefined : readTree(tree)
}

function readTree(tree: Tree): ChoiceCases | undefined {
  if (!('call' in tree) || tree.call !== 'IF') {
    const otherwise = readList(tree)
    return otherwise && { cases: [], otherwise }
  }
  const [when, then, rest] = tree.arguments
  const values = then && readList(then)
  const further = rest === undefined ? NO_CASES : readTree(rest)
  if (when === undefined || values === undefined || values.length === 0 || further === undefined) return undefined
  return { cases: [{ when: conditionText(when), values }, ...further.cases], otherwise: further.otherwise }
}

/** As the rows of conditions write it: joined by words, not by functions. */
function conditionText(tree: Tree): string {
  if (!('call' in tree) || (tree.call !== 'AND' && tree.call !== 'OR')) return print(tree)
  return tree.arguments.map((part) => ('call' in part && (part.call === 'AND' || part.call === 'OR') ? `(${conditionText(part)})` : print(part))).join(` ${tree.call} `)
}

function readList(tree: Tree): readonly string[] | undefined {
  if ('literal' in tree) return tree.literal === '' ? [] : typeof tree.literal === 'string' ? [tree.literal] : undefined
  if (!('table' in tree)) return undefined
  const texts = tree.table.flat().map((cell) => ('literal' in cell && typeof cell.literal === 'string' ? cell.literal : undefined))
  return texts.every((text) => text !== undefined) ? texts : undefined
}

function listText(values: readonly string[]): string {
  return `{${values.map(printText).join(', ')}}`
}
