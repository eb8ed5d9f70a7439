import { fireEvent, screen, within } from '@testing-library/react'
import { useEffect, useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'

import { expectAccessible } from '@/app/testing/accessibility'
import { startFakeServer } from '@/app/testing/fake-server'
import { inScope } from '@/app/testing/fields'
import { renderAt } from '@/app/testing/render'
import type { FormLine, LinesField } from '@/core/forms/entry'
import { newLine } from '@/core/forms/lines'

import { LinesEditor } from './lines-editor'

const FIELD: LinesField = {
  id: 'fld_lines',
  name: 'lines',
  type: 'lines',
  label: { en: 'Lines' },
  options: {
    fields: [
      { id: 'fld_customer', name: 'customer', type: 'link', label: { en: 'Customer', zh: '客户' }, options: { entity: 'ent_customer' } },
      { id: 'fld_item', name: 'item', type: 'text', label: { en: 'Item', zh: '项目' } },
      { id: 'fld_quantity', name: 'quantity', type: 'integer', label: { en: 'Quantity', zh: '数量' } },
      { id: 'fld_amount', name: 'amount', type: 'formula', label: { en: 'Amount', zh: '金额' }, options: { expression: 'x', result: 'money' } },
      { id: 'fld_urgent', name: 'urgent', type: 'switch', label: { en: 'Urgent', zh: '加急' } },
    ],
  },
}

const PEN = { ...newLine({ item: 'pen', quantity: 2, amount: '10.00', customer: { id: 'c1', title: 'Zhang' } }), id: 'l1', key: 'l1' }
const INK = { ...newLine({ item: 'ink', quantity: 1, amount: '20.00' }), id: 'l2', key: 'l2' }

let lines: readonly FormLine[] = []
const history = vi.fn<(direction: 'undo' | 'redo') => void>()

function Stage({ start, isLocked, faults }: { start: readonly FormLine[]; isLocked: boolean; faults: Record<string, Record<string, string>> }) {
  const [current, setCurrent] = useState(start)
  useEffect(() => {
    lines = current
  }, [current])
  return <LinesEditor id="lines" field={FIELD} lines={current} onChange={setCurrent} onHistory={history} isLocked={isLocked} faults={faults} label="Lines" />
}

function drawSheet({ start = [PEN, INK], isLocked = false, faults = {} } = {}) {
  return renderAt(inScope(<Stage start={start} isLocked={isLocked} faults={faults} />))
}

const cell = (line: number, column: number) => {
  const row = screen.getAllByRole('row')[line]
  if (row === undefined) throw new Error(`no line ${line}`)
  return within(row).getAllByRole('gridcell')[column] as HTMLElement
}
const column = (name: string) => lines.map((line) => line.values[name] ?? null)
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
const paste = (text: string) => fireEvent.paste(document.activeElement ?? document.body, { clipboardData: { getData: () => text } })

beforeEach(() => history.mockClear())

test('reads as a grid and passes the audit, also while editing', async () => {
  const { container, user } = drawSheet()
  await expectAccessible(container)

  fireEvent.mouseDown(cell(1, 1))
  await user.keyboard('x')

  await expectAccessible(container)
  expect(screen.getByRole('textbox', { name: 'Item, line 1, pen' })).toHaveProperty('value', 'x')
})

test('typing replaces, Enter goes down, and typing behind the last line adds one', async () => {
  const { user } = drawSheet()

  fireEvent.mouseDown(cell(1, 1))
  await user.keyboard('pencil')
  press('Enter')
  press('ArrowDown')
  await user.keyboard('eraser')
  press('Enter')

  expect(column('item')).toEqual(['pencil', 'ink', 'eraser'])
})

test('Escape leaves the cell as it was', async () => {
  const { user } = drawSheet()

  fireEvent.mouseDown(cell(1, 1))
  await user.keyboard('zzz')
  press('Escape')

  expect(column('item')).toEqual(['pen', 'ink'])
})

test('what cannot be read stays as text, marked, with its reason', async () => {
  const { user } = drawSheet()

  fireEvent.mouseDown(cell(1, 2))
  await user.keyboard('many')
  press('Enter')
  press('ArrowUp')

  expect(lines[0]?.rejected['quantity']?.text).toBe('many')
  expect(cell(1, 2).title).toBe('“many” is not a number.')
  expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true')
})

test('a switch turns over by the space bar, a computed cell takes nothing', async () => {
  const { user } = drawSheet()

  fireEvent.mouseDown(cell(1, 4))
  press(' ')
  fireEvent.mouseDown(cell(1, 3))
  await user.keyboard('5')

  expect(column('urgent')).toEqual([true, null])
  expect(column('amount')).toEqual(['10.00', '20.00'])
})

test('Ctrl+D fills down, Delete clears, Ctrl+Z asks for the way back', () => {
  drawSheet()

  fireEvent.mouseDown(cell(1, 1))
  press('ArrowRight', { shiftKey: true })
  press('ArrowDown', { shiftKey: true })
  press('d', { ctrlKey: true })
  expect(column('item')).toEqual(['pen', 'pen'])
  expect(column('quantity')).toEqual([2, 2])

  press('Delete')
  expect(column('item')).toEqual([null, null])

  press('z', { ctrlKey: true })
  expect(history).toHaveBeenCalledWith('undo')
})

test('lines move with Alt and the arrows, and go with Ctrl and minus', () => {
  drawSheet()

  fireEvent.mouseDown(cell(2, 1))
  press('ArrowUp', { altKey: true })
  expect(column('item')).toEqual(['ink', 'pen'])

  press('-', { ctrlKey: true })
  expect(column('item')).toEqual(['pen'])
})

test('a pasted block begins at the active cell, skips computed columns, adds lines, and looks links up in one question', async () => {
  const asked = startFakeServer({
    'GET /apps/sales/entities/customer/records': ({ query }) => ({
      items: query['conditions']?.includes('"name"') ? [{ id: 'c2', name: 'Li', code: 'C-2' }] : [{ id: 'c3', name: 'Wang', code: 'C-3' }],
      next_cursor: null,
    }),
  })
  drawSheet()

  fireEvent.mouseDown(cell(2, 0))
  paste('Li\t"two\nlines"\t1,200\tignored\t是\nC-3\tglue\tfew\t\t否\nNobody\ttape\t3\n')
  await vi.waitFor(() => expect(lines).toHaveLength(4))

  expect(column('item')).toEqual(['pen', 'two\nlines', 'glue', 'tape'])
  expect(column('quantity')).toEqual([2, 1200, null, 3])
  expect(column('customer')).toEqual([{ id: 'c1', title: 'Zhang' }, { id: 'c2', title: 'Li' }, { id: 'c3', title: 'Wang' }, null])
  expect(column('urgent')).toEqual([null, true, false, null])
  expect(lines[2]?.rejected['quantity']?.text).toBe('few')
  expect(lines[3]?.rejected['customer']).toEqual({ text: 'Nobody', issue: { code: 'entry.link.unknown', pointer: '', params: { text: 'Nobody' } } })
  expect(asked).toHaveLength(2)
})

test('a first row of labels places the columns', async () => {
  drawSheet({ start: [] })

  fireEvent.focus(screen.getByRole('grid'))
  paste('数量\t项目\n7\tpen\n')
  await vi.waitFor(() => expect(lines).toHaveLength(1))

  expect(lines[0]?.values).toMatchObject({ item: 'pen', quantity: 7 })
})

test('one copied cell fills the whole selection', async () => {
  drawSheet()

  fireEvent.mouseDown(cell(1, 2))
  press('ArrowDown', { shiftKey: true })
  paste('9')
  await vi.waitFor(() => expect(column('quantity')).toEqual([9, 9]))
})

test('a copied block reads back as it was', () => {
  drawSheet()
  const setData = vi.fn<(type: string, text: string) => void>()

  fireEvent.mouseDown(cell(1, 0))
  press('End', { ctrlKey: true, shiftKey: true })
  fireEvent.copy(document.activeElement ?? document.body, { clipboardData: { setData } })

  expect(setData).toHaveBeenCalledWith('text/plain', 'Zhang\tpen\t2\t10.00\t\n\tink\t1\t20.00\t')
})

test('totals stand below the numbers', () => {
  drawSheet()

  expect(within(screen.getByRole('row', { name: 'Totals' })).getByText('¥30.00')).toBeTruthy()
})

test('a locked sheet neither adds nor changes', async () => {
  const { user } = drawSheet({ isLocked: true })

  fireEvent.mouseDown(cell(1, 1))
  await user.keyboard('x')
  press('Delete')

  expect(column('item')).toEqual(['pen', 'ink'])
  expect(screen.queryByRole('toolbar')).toBeNull()
})

test('what the server refuses is marked in its cell', () => {
  drawSheet({ faults: { l2: { quantity: 'At least 5.' } } })

  expect(cell(2, 2).title).toBe('At least 5.')
})
