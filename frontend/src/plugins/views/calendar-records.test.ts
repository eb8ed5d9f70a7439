import { expect, test } from 'vitest'

import type { Field } from '@/generated/metadata'

import { movedTo, spanOf } from './calendar-records'

const DAY = { id: 'f1', name: 'start', type: 'date', label: {} } as Field
const END = { id: 'f2', name: 'end', type: 'date', label: {} } as Field
const AT = { id: 'f3', name: 'at', type: 'datetime', label: {} } as Field
const ZONE = 'Asia/Shanghai'
const stored = (values: object) => ({ id: 'r', version: 1, created_at: '', created_by: null, modified_at: '', modified_by: null, ...values })

test('a record fills its days, and one that ends before it begins has one', () => {
  expect(spanOf(stored({ start: '2026-11-23', end: '2026-11-25' }), DAY, END, ZONE)).toMatchObject({ from: '2026-11-23', to: '2026-11-25' })
  expect(spanOf(stored({ start: '2026-11-23', end: '2026-11-01' }), DAY, END, ZONE)).toMatchObject({ from: '2026-11-23', to: '2026-11-23' })
  expect(spanOf(stored({ start: null }), DAY, END, ZONE)).toBeNull()
})

test('an instant stands on the day it is on the clock of the app', () => {
  expect(spanOf(stored({ at: '2026-11-23T17:30:00Z' }), AT, undefined, ZONE)).toMatchObject({ from: '2026-11-24', time: '01:30' })
})

test('moved to another day, a record keeps its length and its clock time', () => {
  const span = spanOf(stored({ start: '2026-11-23', end: '2026-11-25' }), DAY, END, ZONE)
  expect(span && movedTo(span, '2026-12-01', { start: DAY, end: END, zone: ZONE })).toEqual({ start: '2026-12-01', end: '2026-12-03' })

  const timed = spanOf(stored({ at: '2026-11-23T17:30:00Z' }), AT, undefined, ZONE)
  expect(timed && movedTo(timed, '2026-11-20', { start: AT, end: undefined, zone: ZONE })).toEqual({ at: '2026-11-19T17:30:00Z' })
})
