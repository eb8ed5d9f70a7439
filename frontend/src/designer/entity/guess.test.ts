import { describe, expect, test } from 'vitest'

import { guessField } from './guess'
import { readLines } from './typed-lines'

const KNOWN = { entities: [{ id: 'ent_1', label: { zh: '客户', en: 'Customer' } }], lists: [{ id: 'opt_1', label: { zh: '大区' } }] }

describe('the type guessed from a label', () => {
  test.each([
    ['合同名称', 'text'],
    ['签订日期', 'date'],
    ['Due date', 'date'],
    ['开始时间', 'datetime'],
    ['金额', 'money'],
    ['Unit price', 'money'],
    ['联系电话', 'phone'],
    ['E-mail', 'email'],
    ['备注', 'long_text'],
    ['数量', 'integer'],
    ['请假天数', 'integer'],
    ['费用类型', 'choice'],
    ['Status', 'choice'],
    ['现场照片', 'attachment'],
    ['负责人', 'person'],
    ['完成率', 'percent'],
    ['是否紧急', 'switch'],
    ['报销单号', 'sequence'],
    ['操作日志记录', 'text'],
    ['Operated machine', 'text'],
  ])('%s: %s', (label, type) => {
    expect(guessField(label, KNOWN).type).toBe(type)
  })

  test('the name of an entity is a link to it, that of a list a choice from it', () => {
    expect(guessField('customer', KNOWN)).toEqual({ label: 'customer', type: 'link', options: { entity: 'ent_1' } })
    expect(guessField('大区', KNOWN)).toEqual({ label: '大区', type: 'choice', options: { list: 'opt_1' } })
  })

  test('choices are typed behind a colon', () => {
    expect(guessField('状态：草稿/生效、作废', KNOWN)).toEqual({ label: '状态', type: 'choice', choices: ['草稿', '生效', '作废'] })
    expect(guessField('Note: see below', KNOWN).label).toBe('Note: see below')
  })
})

describe('pasted lines', () => {
  test('every line of a column is a field', () => {
    expect(readLines('名称\r\n\r\n金额\n', KNOWN).map(({ label, type }) => [label, type])).toEqual([
      ['名称', 'text'],
      ['金额', 'money'],
    ])
  })

  test('every cell of the heading of a sheet is a field', () => {
    expect(readLines('名称\t金额\t日期', KNOWN).map(({ label }) => label)).toEqual(['名称', '金额', '日期'])
  })

  test('labels of two languages and a type stand beside each other', () => {
    expect(readLines('合同额\tValue\tdecimal', KNOWN)).toEqual([{ label: '合同额', type: 'decimal', labels: ['合同额', 'Value'] }])
  })
})
