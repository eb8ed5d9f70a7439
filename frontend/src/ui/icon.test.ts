/** antd gives every icon the English name of its drawing to be read out, and has no setting against it. */
import { expect, test } from 'vitest'

const SOURCES = import.meta.glob<string>(['../**/*.tsx', '!../**/*.test.tsx'], { query: '?raw', import: 'default', eager: true })
const DRAWN = /<[A-Z]\w*(?:Outlined|Filled|TwoTone)\b(?:[^>]|=>)*>/g

test('an icon is hidden from who hears the page, or says something in their language', () => {
  const icons = Object.entries(SOURCES).flatMap(([path, source]) => [...source.matchAll(DRAWN)].map(([icon]) => `${path}: ${icon}`))
  const spoken = icons.filter((icon) => !icon.includes('aria-hidden') && !icon.includes('aria-label='))

  expect(icons.length).toBeGreaterThan(100)
  expect(spoken, 'give it aria-hidden, or aria-label where it stands alone').toEqual([])
})
