/** Reads yes and no as people write them in sheets. */
import { parsed, unreadable, type Parsed } from './parsed'

const YES = new Set(['true', 'yes', 'y', '1', 'on', '是', '对', '有', '真', '√', '✓', '✔'])
const NO = new Set(['false', 'no', 'n', '0', 'off', '否', '不', '无', '假', '×', '✗', '✘', 'x'])

export function parseSwitch(text: string): Parsed {
  const word = text.normalize('NFKC').trim().toLowerCase()
  if (YES.has(word)) return parsed(true)
  return NO.has(word) ? parsed(false) : unreadable('entry.switch.unreadable', { text })
}
