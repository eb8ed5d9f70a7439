/** Values that are texts already. */
import { parsed, type Parsed } from './parsed'
import type { Value } from './value'

export function parseText(text: string): Parsed {
  return parsed(text === '' ? null : text)
}

/** A value that is stored as it is read: text, number, date. */
export function plainText(value: Value): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
