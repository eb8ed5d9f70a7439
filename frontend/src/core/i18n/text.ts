/** Reads a document's label in the language of the interface. */
import type { Label } from '@/generated/metadata'

import { documentLanguage, type Locale } from './locale'

/** The label in the wanted language, else in any language it has, else `otherwise`. */
export function text(label: Label | null | undefined, locale: Locale, otherwise = ''): string {
  if (!label) return otherwise
  return label[documentLanguage(locale)] ?? Object.values(label)[0] ?? otherwise
}
