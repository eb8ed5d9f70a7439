import { describe, expect, test } from 'vitest'

import { readBlock, writeBlock } from './block'

describe('a block from a spreadsheet', () => {
  test.each([
    ['a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
    ['a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
    ['single', [['single']]],
    ['"two\nlines"\tb\n', [['two\nlines', 'b']]],
    ['"say ""hi"""\tb', [['say "hi"', 'b']]],
    ['27" screen\t3', [['27" screen', '3']]],
    ['"open\tb', [['"open', 'b']]],
    ['\t\n\tx', [['', ''], ['', 'x']]],
    ['a\t', [['a', '']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['', [['']]],
  ])('%j is %j', (text, block) => {
    expect(readBlock(text)).toEqual(block)
  })

  test('what is written is read back alike', () => {
    const block = [['plain', 'tab\there', 'line\nbreak'], ['"quoted"', '', '27"']]
    expect(readBlock(writeBlock(block))).toEqual(block)
  })
})
