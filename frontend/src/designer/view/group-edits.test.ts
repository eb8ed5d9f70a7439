import { expect, test } from 'vitest'

import type { Field } from '@/generated/metadata'

import { freeFields, levelBy, movedLevel, turned, withGrain, withLevel } from './group-edits'

const field = (id: string, type: string) => ({ id, name: id, type, label: {} }) as Field
const [STATE, DAY, NOTE, PHOTO] = [field('state', 'choice'), field('day', 'date'), field('note', 'text'), field('photo', 'attachment')]
const FIELDS = [STATE, DAY, NOTE, PHOTO]

test('a field makes one level, a date one for each of its periods', () => {
  const groups = [{ field: 'state' }, { field: 'day', grain: 'month' as const }]

  expect(freeFields(FIELDS, groups)).toEqual([DAY, NOTE])
  expect(freeFields(FIELDS, groups, 0)).toEqual([STATE, DAY, NOTE])
  expect(levelBy(DAY, [])).toEqual({ field: 'day', grain: 'month' })
  expect(levelBy(DAY, groups)).toEqual({ field: 'day', grain: 'year' })
})

test('levels are put in as long as there is room, and only of fields that can be grouped by', () => {
  expect(withLevel([{ field: 'state' }], NOTE, FIELDS, 0)).toEqual([{ field: 'note' }, { field: 'state' }])
  expect(withLevel([], PHOTO, FIELDS, 0)).toBeNull()
  expect(withLevel([{ field: 'a' }, { field: 'b' }, { field: 'c' }], NOTE, FIELDS, 0)).toBeNull()
})

test('levels change places, and stay at the ends', () => {
  const groups = [{ field: 'a' }, { field: 'b' }, { field: 'c' }]

  expect(movedLevel(groups, 0, 3)?.map((group) => group.field)).toEqual(['b', 'c', 'a'])
  expect(movedLevel(groups, 2, 0)?.map((group) => group.field)).toEqual(['c', 'a', 'b'])
  expect(movedLevel(groups, 1, 1)).toBeNull()
  expect(movedLevel(groups, 0, -1)).toBeNull()
})

test('what is usual is not written down', () => {
  expect(withGrain({ field: 'day', grain: 'month' }, 'day')).toEqual({ field: 'day' })
  expect(turned(turned({ field: 'day' }))).toEqual({ field: 'day' })
})
