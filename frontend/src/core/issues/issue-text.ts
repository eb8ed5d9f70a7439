/** Puts an issue into words of the interface language: the twin of the engine's catalogue of sentences. */
import type { TFunction } from 'i18next'

import type { Label } from '@/generated/metadata'

import { formatInstant } from '../i18n/format'
import { text } from '../i18n/text'
import { currentLocale } from '../i18n/translator'
import type { Issue } from './issue'

type Params = Issue['params']

/** `{limit}` is a parameter, or a label carried as `limit.zh` and `limit.en`; `{action:access.action}` is a sentence, `{at:instant}` a moment. */
const PLACEHOLDER = /\{(\w+)(?::([\w.]+))?\}/g

/** The sentence for the code, with its parameters filled in; without one here, the server's own sentence. */
export function issueText(t: TFunction, { code, params, message }: Issue): string {
  const sentence = sentenceOf(t, code)
  if (sentence === undefined) return message ?? code
  return sentence.replace(PLACEHOLDER, (_, name: string, prefix: string | undefined) => filled(t, params, name, prefix))
}

function filled(t: TFunction, params: Params, name: string, prefix: string | undefined): string {
  const value = params[name]
  if (value === undefined) return text(labelOf(params, name), currentLocale())
  if (prefix === 'instant') return value === null ? '' : formatInstant(String(value), currentLocale())
  if (prefix === undefined) return value === null ? '' : String(value)
  const code = `${prefix}.${value}`
  return sentenceOf(t, code) ?? code
}

function sentenceOf(t: TFunction, code: string): string | undefined {
  const sentences = generalCodes(code).map((each) => t(`issues:${each}`, { defaultValue: '', skipInterpolation: true }))
  return sentences.find((sentence) => sentence !== '')
}

/** The code and the ever more general ones that may speak for it: a.b.c, a.c, value.c. */
export function generalCodes(code: string): string[] {
  const [area = code, ...steps] = code.split('.')
  const problem = steps.pop() ?? code
  const own = steps.map((_, at) => [area, ...steps.slice(0, steps.length - at), problem].join('.'))
  return [...own, `${area}.${problem}`, `value.${problem}`]
}

function labelOf(params: Params, name: string): Label {
  const prefix = `${name}.`
  const words = Object.entries(params).filter(([key]) => key.startsWith(prefix))
  return Object.fromEntries(words.map(([key, word]) => [key.slice(prefix.length), String(word)]))
}
