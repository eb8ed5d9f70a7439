/** Reads choices by what people call them: the stored value, or the label in any language. */
import type { Choice } from '@/generated/metadata'

import { parsed, unreadable, type Parsed } from './parsed'

const BETWEEN = /[,，;；、|\n]/

export function parseChoice(text: string, choices: readonly Choice[]): Parsed {
  const choice = choiceCalled(text, choices)
  return choice ? parsed(choice.value) : unreadable('entry.choice.unknown', { text })
}

/** Several, separated as people separate them; one unknown makes the whole unreadable. */
export function parseChoices(text: string, choices: readonly Choice[]): Parsed {
  const names = text.split(BETWEEN).filter((name) => name.trim() !== '')
  const found = names.map((name) => choiceCalled(name, choices))
  const unknown = names.find((_, at) => found[at] === undefined)
  if (unknown !== undefined) return unreadable('entry.choice.unknown', { text: unknown.trim() })
  return parsed([...new Set(found.flatMap((choice) => (choice ? [choice.value] : [])))])
}

function choiceCalled(text: string, choices: readonly Choice[]): Choice | undefined {
  const name = folded(text)
  return choices.find(({ value, label }) => folded(value) === name || Object.values(label).some((word) => folded(word) === name))
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
