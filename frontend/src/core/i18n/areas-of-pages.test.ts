/** What a page says must have arrived with it: every area named by the modules of a page comes first or is listed. */
import { expect, test } from 'vitest'

import { LATER_AREAS } from './catalogue'

const SOURCES = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/*.test.{ts,tsx}', '!../../app/testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const MODULES = new Map(Object.entries(SOURCES).map(([path, text]) => [path.replace('../../', '@/').replace(/^\.\.\//, '@/core/').replace(/^\.\//, '@/core/i18n/'), text]))
const IMPORTED = /\b(?:import|export)\b(?!\s+type\b)[^'"`;]*?\bfrom\s+'([^']+)'|\bimport\('([^']+)'\)/g
const PAGE = /page\(\(\) => import\('([^']+)'\)((?:, '[\w-]+')*)\)/g
const SAID = new RegExp(`['"\`](${LATER_AREAS.join('|')}):`, 'g')

const ROUTES = MODULES.get('@/app/routes.tsx') ?? ''
const PAGES = [...ROUTES.matchAll(PAGE)].map(([, module = '', areas = '']) => [module, areas.match(/[\w-]+/g) ?? []] as const)

function resolve(from: string, to: string): string | undefined {
  const path = to.startsWith('@/') ? to : new URL(to, `file:///${from}`).pathname.slice(1)
  return [path, `${path}.ts`, `${path}.tsx`].find((each) => MODULES.has(each))
}

function reach(module: string, seen = new Set<string>()): Set<string> {
  if (seen.has(module)) return seen
  seen.add(module)
  for (const [, from, lazily] of (MODULES.get(module) ?? '').matchAll(IMPORTED)) {
    const next = resolve(module, from ?? lazily ?? '')
    if (next !== undefined) reach(next, seen)
  }
  return seen
}

function areasSaid(module: string): string[] {
  const texts = [...reach(resolve('@/app/routes.tsx', module) ?? module)].map((each) => MODULES.get(each) ?? '')
  return [...new Set(texts.flatMap((text) => [...text.matchAll(SAID)].map((match) => match[1] ?? '')))].toSorted()
}

test('the pages of the application are found', () => {
  expect(PAGES.length).toBeGreaterThan(15)
})

// Whatever is designed is designed inside the frame, with entries for expressions: their sentences come along.
const COMPANIONS = new Set(['expressions', 'forms', 'frame', 'functions'])

test.each(PAGES)('%s comes with all it says', (module, areas) => {
  const named: readonly string[] = areas
  const isOwn = (area: string) => !named.includes('designer') || !COMPANIONS.has(area)
  expect([...new Set(named)].filter((area) => area !== 'refusals' && isOwn(area)).toSorted()).toEqual(areasSaid(module).filter(isOwn))
})

test('the frame says nothing that comes later', () => {
  expect(areasSaid('@/player/shell/shell')).toEqual([])
  expect(areasSaid('@/player/session/session-frame')).toEqual([])
})
