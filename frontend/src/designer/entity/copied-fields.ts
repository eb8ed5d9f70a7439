/** Fields on the clipboard as lines of a sheet: labels in the app's languages, then the type. */
import type { Field } from '@/generated/metadata'

export function copiedFields(fields: readonly Field[], languages: readonly string[]): string {
  return fields.map((field) => [...languages.map((language) => field.label[language] ?? ''), field.type].join('\t')).join('\n')
}
