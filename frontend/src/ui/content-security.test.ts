import { afterAll, beforeAll, expect, test } from 'vitest'

import { complyWithContentSecurity, styleNonce } from './content-security'

const original = { createElement: document.createElement, setAttribute: Element.prototype.setAttribute }

beforeAll(complyWithContentSecurity)

afterAll(() => {
  document.createElement = original.createElement
  Element.prototype.setAttribute = original.setAttribute
})

test('a created style tag carries the page’s nonce', () => {
  expect(document.createElement('style').nonce).toBe(styleNonce)
})

// Style attributes themselves are tried in a real browser: this document writes styles back as attributes.
test('attributes other than styles are set as ever', () => {
  const box = document.createElement('div')

  box.setAttribute('title', 'a box')

  expect(box.title).toBe('a box')
})
