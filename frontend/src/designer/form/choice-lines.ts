/** Choices typed one per line, the languages of one choice divided by a bar: `高 | High`. */
import type { Label } from '@/generated/metadata'

export function readChoices(typed: string, languages: readonly string[]): Label[] {
  const lines = typed.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => readLabel(line, languages))
}

function readLabel(line: string, languages: readonly string[]): Label {
  const parts = line.split(/[|｜]/).map((part) => part.trim())
  const words = languages.map((language, at) => [language, parts[at] ?? ''] as const)
  return Object.fromEntries(words.filter(([, part]) => part !== ''))
}
