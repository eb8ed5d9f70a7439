import { expect, test } from 'vitest'

import { readChoices } from './choice-lines'

test('choices are read one per line, their languages divided by a bar', () => {
  expect(readChoices('高 | High\n\n 低｜Low \n中', ['zh', 'en'])).toEqual([{ zh: '高', en: 'High' }, { zh: '低', en: 'Low' }, { zh: '中' }])
})
