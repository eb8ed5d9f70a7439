import { expect, test } from 'vitest'

import { parseInline, parseMarkdown } from './parse'

test('headings, paragraphs, lists and rules are told apart', () => {
  const blocks = parseMarkdown('# 标题\n\n第一行\n第二行\n\n- 一\n- 二\n\n1. one\n2. two\n---')

  expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'list', 'list', 'rule'])
  expect(blocks[1]).toMatchObject({ lines: [[{ text: '第一行' }], [{ text: '第二行' }]] })
  expect(blocks[3]).toMatchObject({ isNumbered: true, items: [[{ text: 'one' }], [{ text: 'two' }]] })
})

test('bold, italic, code and links stand inside words', () => {
  expect(parseInline('a **b *c*** `**d**` [e](https://example.test/x)')).toMatchObject([
    { text: 'a ' },
    { kind: 'strong' },
    { text: ' ' },
    { kind: 'code', text: '**d**' },
    { text: ' ' },
    { kind: 'link', to: 'https://example.test/x', parts: [{ text: 'e' }] },
  ])
})

test.each(['javascript:alert(1)', 'data:text/html,x', '//evil.test', 'vbscript:x'])('an address such as %s is no link', (address) => {
  expect(parseInline(`[x](${address})`)[0]).toMatchObject({ kind: 'text' })
})

test('markup of other languages stays the text it is', () => {
  expect(parseMarkdown('<script>alert(1)</script>')).toEqual([{ kind: 'paragraph', lines: [[{ kind: 'text', text: '<script>alert(1)</script>' }]] }])
})

test('very long and odd texts are read in time', () => {
  const odd = `${'*'.repeat(4000)}${'['.repeat(4000)}`
  const begun = performance.now()
  parseMarkdown(odd)
  expect(performance.now() - begun).toBeLessThan(1000)
})
