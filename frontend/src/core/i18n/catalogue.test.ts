import { describe, expect, test } from 'vitest'

import { LATER_AREAS, loadArea, loadCatalogue, type Catalogue } from './catalogue'
import type { Locale } from './locale'

const PLACEHOLDER = /\{[^}]+\}/g
const USED_KEY = /\bt\(\s*['"`]([a-z-]+:[\w.-]+)['"`]/g
const SOURCES = import.meta.glob<string>('../../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })

const flat = (catalogue: Catalogue) =>
  new Map(
    Object.entries(catalogue).flatMap(([area, all]) => Object.entries(all).map(([key, s]) => [`${area}:${key}`, s])),
  )

async function everything(locale: Locale): Promise<Map<string, string>> {
  const later = await Promise.all(LATER_AREAS.map((area) => loadArea(locale, area)))
  return new Map([...flat(await loadCatalogue(locale)), ...later.flatMap(([area, all]) => [...flat({ [area]: all })])])
}

const chinese = await everything('zh-CN')
const english = await everything('en')

const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '')
const keysOf = (sentences: Map<string, string>) => [...new Set([...sentences.keys()].map(withoutPlural))].toSorted()

describe('the two languages', () => {
  test('have the same keys', () => {
    expect(keysOf(chinese)).toEqual(keysOf(english))
  })

  test('use the same placeholders', () => {
    const differing = [...english].filter(([key, sentence]) => {
      const other = chinese.get(key) ?? chinese.get(`${withoutPlural(key)}_other`) ?? ''
      return placeholders(sentence) !== placeholders(other) && !key.endsWith('_one')
    })
    expect(differing).toEqual([])
  })

  test('have a sentence for every key the sources name', () => {
    const used = Object.values(SOURCES).flatMap((source) =>
      [...source.matchAll(USED_KEY)].map((match) => match[1] ?? ''),
    )
    const known = new Set(keysOf(english))
    expect(used.filter((key) => !known.has(key))).toEqual([])
  })
})

function placeholders(sentence: string): string {
  return [...new Set(sentence.match(PLACEHOLDER))].toSorted().join(' ')
}
