import { describe, expect, test } from 'vitest'

import { parseChoice, parseChoices } from './choice'
import { isWebAddress, parseEmail, parsePhone, parseUrl } from './contact'
import { parseSwitch } from './switch'
import { collapsed, isBlank, isSameValue, referenceId } from './value'

const LEVELS = [
  { value: 'gold', label: { zh: '金牌', en: 'Gold' } },
  { value: 'silver', label: { zh: '银牌', en: 'Silver' } },
]

describe('wire values', () => {
  test('an expanded link equals its bare id', () => {
    expect(isSameValue({ id: 'a', title: 'Zhang' }, 'a')).toBe(true)
    expect(isSameValue({ id: 'a', title: 'Zhang' }, 'b')).toBe(false)
    expect(referenceId({ id: 'a', title: 'Zhang' })).toBe('a')
  })

  test.each([null, '', []])('%j is blank', (value) => {
    expect(isBlank(value)).toBe(true)
    expect(isSameValue(value, null)).toBe(true)
  })

  test('zero and no are not blank', () => {
    expect(isBlank(0)).toBe(false)
    expect(isBlank(false)).toBe(false)
  })

  test('what is sent carries ids only', () => {
    expect(collapsed([{ id: 'f1', name: 'a.png', size: 3, type: 'image/png' }])).toEqual(['f1'])
    expect(collapsed({ id: 'a', title: 'Zhang' })).toBe('a')
  })
})

describe('words', () => {
  test.each([['gold'], ['Gold'], ['金牌'], [' 金牌 '], ['ＧＯＬＤ']])('the choice %s is known by value and label', (text) => {
    expect(parseChoice(text, LEVELS)).toEqual({ value: 'gold' })
  })

  test('several choices are separated as people do it, each once', () => {
    expect(parseChoices('金牌、Silver，gold', LEVELS)).toEqual({ value: ['gold', 'silver'] })
    expect(parseChoices('gold, bronze', LEVELS)).toMatchObject({ issue: { code: 'entry.choice.unknown', params: { text: 'bronze' } } })
  })

  test.each([['是', true], ['TRUE', true], ['√', true], ['否', false], ['0', false]])('%s is %s', (text, value) => {
    expect(parseSwitch(text)).toEqual({ value })
  })
})

describe('addresses', () => {
  test('an e-mail address has a domain', () => {
    expect(parseEmail(' li.na@example.cn ')).toEqual({ value: 'li.na@example.cn' })
    expect(parseEmail('li.na')).toMatchObject({ issue: { code: 'entry.email.unreadable' } })
  })

  test('a phone number may carry an extension', () => {
    expect(parsePhone('021-5555 1234 转 808')).toEqual({ value: '021-5555 1234 转 808' })
    expect(parsePhone('call me')).toMatchObject({ issue: { code: 'entry.phone.unreadable' } })
  })

  test('a web address gets https; other schemes are refused', () => {
    expect(parseUrl('example.com/a')).toEqual({ value: 'https://example.com/a' })
    expect(parseUrl('example.com:8080')).toEqual({ value: 'https://example.com:8080' })
    expect(parseUrl('javascript:alert(1)')).toMatchObject({ issue: { code: 'entry.url.unreadable' } })
    expect(isWebAddress('javascript:alert(1)')).toBe(false)
  })
})
