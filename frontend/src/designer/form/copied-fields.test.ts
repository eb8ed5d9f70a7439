import { expect, test } from 'vitest'

import { readCopied, writeCopied } from './copied-fields'

const FIELD = { id: 'fld_1', name: 'note', type: 'text', label: { en: 'Note' } } as const

test('copied fields are pasted as they were', () => {
  expect(readCopied(writeCopied([FIELD]))).toEqual([FIELD])
})

test.each(['', 'plain words', '{"schema":"tongdao/fields/1"', '{"schema":"tongdao/fields/1","fields":[1,{"id":2}]}', '{"schema":"other tongdao/fields/1"}'])('other text is no field: %s', (text) => {
  expect(readCopied(text)).toEqual([])
})
