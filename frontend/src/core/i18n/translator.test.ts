import { expect, test } from 'vitest'

import { loadAreas, startTranslator, switchLocale, translator } from './translator'

test('an area wanted before the start comes in the language started in, and in every other one', async () => {
  const early = loadAreas(['trash'])
  await startTranslator('zh-CN')
  await early
  await loadAreas(['trash'])
  expect(translator.hasResourceBundle('zh-CN', 'trash')).toBe(true)

  await switchLocale('en')
  expect(translator.hasResourceBundle('en', 'trash')).toBe(true)
})

test('refusals join the sentences of issues', async () => {
  await startTranslator('en')
  expect(translator.exists('issues:access.entity.denied')).toBe(false)
  await loadAreas(['refusals'])
  expect(translator.exists('issues:access.entity.denied')).toBe(true)
  expect(translator.exists('issues:request.unreachable')).toBe(true)
})
