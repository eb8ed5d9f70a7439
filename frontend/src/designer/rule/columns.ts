/** The columns of a decision table as the sheet shows them, and texts of cells between people and document. */
import type { Entity, Field, Label, Options, Rule } from '@/generated/metadata'

export interface SheetColumn {
  readonly id: string
  readonly part: 'when' | 'then'
  readonly index: number
  readonly label: Label
  /** What an input looks at; results have none. */
  readonly expression?: string
  /** Values are texts: a bare word stands for itself. */
  readonly isText: boolean
  /** What can be chosen, if anything in particular. */
  readonly choices: readonly string[]
}

const TEXT_TYPES: ReadonlySet<string> = new Set(['text', 'long_text', 'choice', 'email', 'phone', 'url', 'sequence'])
const BARE = /^[^\s"“”?？<>=≤≥≠([{（【\]),，\-－][^"“”?？<>=([{（,，]*$/u

export function columnsOf(rule: Rule, entity: Entity | undefined, lists: readonly Options[]): SheetColumn[] {
  const inputs = rule.inputs.map(({ id, label, expression }, index): SheetColumn => {
    const field = entity?.fields.find(({ name }) => name === expression)
    return { id, part: 'when', index, label, expression, isText: isTextField(field), choices: choicesOf(field, lists) }
  })
  const outputs = rule.outputs.map(({ id, label, result, values = [] }, index): SheetColumn => {
    return { id, part: 'then', index, label, isText: result === 'text', choices: values.map(({ value }) => value) }
  })
  return [...inputs, ...outputs]
}

function isTextField(field: Field | undefined): boolean {
  if (field?.type === 'formula') return field.options.result === 'text'
  return field !== undefined && TEXT_TYPES.has(field.type)
}

function choicesOf(field: Field | undefined, lists: readonly Options[]): readonly string[] {
  if (field?.type !== 'choice') return []
  return lists.find(({ id }) => id === field.options.list)?.choices.map(({ value }) => value) ?? []
}

/** What a person typed as the document keeps it: bare words of text columns become texts. */
export function written(typed: string, { isText }: Pick<SheetColumn, 'isText'>): string {
  const text = typed.trim()
  if (!isText || text === '') return text
  const words = text.split(/[,，]/).map((word) => word.trim())
  return words.every((word) => BARE.test(word)) ? words.map((word) => `"${word}"`).join(', ') : text
}

/** What the document keeps as a person reads it. */
export function shown(text: string, { isText }: Pick<SheetColumn, 'isText'>): string {
  const inner = /^"([^"]*)"$/.exec(text)?.[1]
  return isText && inner !== undefined && BARE.test(inner) ? inner : text
}
