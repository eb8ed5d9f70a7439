/** Changing what something is called in one language. */
import type { Label } from '@/generated/metadata'

/** A label with other words in one language; emptied words are left out. */
export function relabelled(label: Label | undefined, language: string, words: string): Label {
  const rest = Object.fromEntries(Object.entries(label ?? {}).filter(([key]) => key !== language))
  return words === '' ? rest : { ...rest, [language]: words }
}
