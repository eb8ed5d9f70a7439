import { expect, test } from 'vitest'

import { preferredLocale } from './locale'
import { text } from './text'

test('a label is read in the language of the interface', () => {
  expect(text({ zh: '订单', en: 'Order' }, 'zh-CN')).toBe('订单')
  expect(text({ zh: '订单', en: 'Order' }, 'en')).toBe('Order')
})

test('a label without the wanted language is read in one it has', () => {
  expect(text({ zh: '订单' }, 'en')).toBe('订单')
  expect(text({}, 'en', 'order')).toBe('order')
  expect(text(undefined, 'en', 'order')).toBe('order')
})

test.each([
  [['zh-TW', 'en'], 'zh-CN'],
  [['fr', 'zh'], 'zh-CN'],
  [['en-GB', 'zh'], 'en'],
  [['fr'], 'en'],
])('a browser wishing for %s gets %s', (wishes, locale) => {
  expect(preferredLocale(wishes)).toBe(locale)
})
