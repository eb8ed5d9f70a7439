/** Choices typed or pasted one a line, the languages of one divided by a bar or, from a sheet, by a tab. */
import type { Label } from '@/generated/metadata'

export function pastedChoices(typed: string, languages: readonly string[]): Label[] {
  const lines = typed.split(/\r?\n/).map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => labelOf(line, languages))
}

function labelOf(line: string, languages: readonly string[]): Label {
  const parts = line.split(/[|｜\t]/).map((part) => part.trim())
  const words = languages.map((language, at) => [language, parts[at] ?? ''] as const)
  return Object.fromEntries(words.filter(([, part]) => part !== ''))
}
