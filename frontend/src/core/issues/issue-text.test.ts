import { beforeAll, describe, expect, test } from 'vitest'

import { loadAreas, startTranslator, switchLocale, translator } from '../i18n/translator'
import type { Issue } from './issue'
import { generalCodes, issueText } from './issue-text'

const say = (code: string, params: Issue['params'] = {}, message?: string) =>
  issueText(translator.t, { code, pointer: '', params, ...(message !== undefined && { message }) })

describe('the words of an issue', () => {
  beforeAll(async () => {
    await startTranslator('en')
    await loadAreas(['refusals'])
  })

  test('carry its parameters', () => {
    expect(say('session.tries.exhausted', { seconds: 30 })).toContain('30 seconds')
  })

  test('never read a parameter as a sentence', () => {
    expect(say('document.property.missing', { property: '{property}' })).toContain('{property}')
  })

  test('fill a label in the language of the reader', async () => {
    const params = { 'message.zh': '请填写', 'message.en': 'Fill it in' }

    expect(say('entity.check.failed', params)).toBe('Fill it in')
    await switchLocale('zh-CN')
    expect(say('entity.check.failed', params)).toBe('请填写')
    await switchLocale('en')
  })

  test('fill a placeholder that names a sentence', () => {
    const params = { action: 'delete', entity: 'order' }

    expect(say('access.entity.denied', params)).toBe('None of your roles lets you delete records of "order".')
  })

  test('write a moment as people do', () => {
    const params = { 'by.en': 'Zhao Lei', at: '2026-11-23T02:20:00+00:00', 'at.zone': 'Asia/Shanghai', state: 'approved' }

    expect(say('flow.task.decided', params)).toMatch(/^Zhao Lei dealt with it at Nov 23, 2026, .* \(approved\)\.$/)
  })

  test('are the server’s where none are known here, and the code at the very least', () => {
    expect(say('no.such.code', {}, 'The server says no.')).toBe('The server says no.')
    expect(say('no.such.code')).toBe('no.such.code')
  })

  test('of a special code may come from a more general one', () => {
    expect(generalCodes('entity.order.total.range')).toEqual([
      'entity.order.total.range',
      'entity.order.range',
      'entity.range',
      'value.range',
    ])
  })
})
