/** A small order entity for tests of the form, and an evaluator whose trees carry their own function. */
import type { Entity, Field } from '@/generated/metadata'

import { Exact } from '@/core/values/decimal'
import type { Value } from '@/core/values/value'
import type { Evaluator, Operand, Outcome, Resolve } from '@/core/forms/evaluator'

interface RunnableTree {
  readonly reads: readonly { readonly name: readonly string[] }[]
  readonly run: (values: readonly (Value | readonly Value[])[]) => Value
}

/** A tree that reads names and computes from their values. */
export function tree(names: readonly string[], compute: RunnableTree['run']): RunnableTree {
  return { reads: names.map((name) => ({ name: name.split('.') })), run: compute }
}

export const evaluator: Evaluator = {
  canRun: isRunnable,
  evaluate: (given, resolve) => (isRunnable(given) ? run(given, resolve) : { error: '#NAME?' }),
}

function isRunnable(given: unknown): given is RunnableTree {
  return typeof given === 'object' && given !== null && 'run' in given
}

function run({ reads, run: compute }: RunnableTree, resolve: Resolve): Outcome {
  return { value: compute(reads.map(({ name }) => plainValue(resolve(name)))) }
}

function plainValue(operand: ReturnType<Resolve>): Value | readonly Value[] {
  return isList(operand) ? operand.map(({ value }) => value) : (operand?.value ?? null)
}

function isList(operand: ReturnType<Resolve>): operand is readonly Operand[] {
  return Array.isArray(operand)
}

const number = (value: unknown) => new Exact(value === null || value === undefined ? 0 : String(value))

export const TREES: Readonly<Record<string, unknown>> = {
  'quantity * price': tree(['quantity', 'price'], ([quantity, price]) => number(quantity).times(number(price)).toFixed()),
  'SUM(lines.amount)': tree(['lines.amount'], ([amounts]) =>
    (amounts as readonly Value[]).reduce((sum, amount) => sum.plus(number(amount)), new Exact(0)).toFixed(),
  ),
  'total > 100': tree(['total'], ([total]) => number(total).greaterThan(100)),
  'status = "sent"': tree(['status'], ([status]) => status === 'sent'),
  'customer.level = "gold"': tree(['customer.level'], ([level]) => level === 'gold'),
}

const LINE_FIELDS: readonly Field[] = [
  { id: 'fld_item', name: 'item', type: 'text', label: { en: 'Item', zh: '项目' }, required: true },
  { id: 'fld_qty', name: 'quantity', type: 'integer', label: { en: 'Quantity', zh: '数量' }, default: '1' },
  { id: 'fld_price', name: 'price', type: 'money', label: { en: 'Price', zh: '单价' } },
  { id: 'fld_amount', name: 'amount', type: 'formula', label: { en: 'Amount', zh: '金额' }, options: { expression: 'quantity * price', result: 'money' } },
]

/** The record's total stands before the lines it sums, to show that order is by reading. */
export const ORDER: Entity = {
  schema: 'tongdao/entity/1',
  id: 'ent_order',
  name: 'order',
  label: { en: 'Order', zh: '订单' },
  title: 'fld_no',
  fields: [
    { id: 'fld_no', name: 'no', type: 'sequence', label: { en: 'No.', zh: '单号' }, options: { format: 'SO{0000}' } },
    { id: 'fld_status', name: 'status', type: 'choice', label: { en: 'Status', zh: '状态' }, default: '"draft"', options: { list: 'opt_status' } },
    { id: 'fld_customer', name: 'customer', type: 'link', label: { en: 'Customer', zh: '客户' }, required: true, options: { entity: 'ent_customer' } },
    { id: 'fld_total', name: 'total', type: 'formula', label: { en: 'Total', zh: '合计' }, options: { expression: 'SUM(lines.amount)', result: 'money' } },
    { id: 'fld_note', name: 'note', type: 'long_text', label: { en: 'Note', zh: '备注' } },
    { id: 'fld_lines', name: 'lines', type: 'lines', label: { en: 'Lines', zh: '明细' }, options: { fields: LINE_FIELDS } },
  ],
}

export const ORDER_RECORD = {
  id: 'o1',
  version: 3,
  no: 'SO0001',
  status: 'draft',
  customer: { id: 'c1', title: 'Zhang' },
  total: '30.00',
  note: null,
  lines: [
    { id: 'l1', item: 'pen', quantity: 2, price: '5.00', amount: '10.00' },
    { id: 'l2', item: 'ink', quantity: 1, price: '20.00', amount: '20.00' },
  ],
}
