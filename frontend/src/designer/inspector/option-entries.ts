/** The settings of every field type, as the panel offers them; `usual` is what holds where none is set. */
import type { FieldType } from '@/generated/metadata'

export type OptionEntry =
  | { readonly kind: 'number'; readonly key: string; readonly least?: number; readonly most?: number; readonly usual?: number }
  | { readonly kind: 'text' | 'decimal' | 'expression' | 'linked-expression' | 'flag' | 'entity' | 'link' | 'linked-field' | 'list'; readonly key: string }
  | { readonly kind: 'one-of' | 'some-of'; readonly key: string; readonly values: readonly string[] }

const scale = (usual: number): OptionEntry => ({ kind: 'number', key: 'scale', least: 0, most: 6, usual })
const RANGE: readonly OptionEntry[] = [
  { kind: 'decimal', key: 'minimum' },
  { kind: 'decimal', key: 'maximum' },
]
const LIST: OptionEntry = { kind: 'list', key: 'list' }
const longest = (usual: number): OptionEntry => ({ kind: 'number', key: 'max_length', least: 1, usual })
const RESULTS = ['text', 'integer', 'decimal', 'money', 'percent', 'boolean', 'date', 'datetime']
const FILES = ['image', 'pdf', 'office', 'text', 'archive', 'any']

export const OPTION_ENTRIES: Readonly<Record<FieldType, readonly OptionEntry[]>> = {
  text: [longest(200), { kind: 'text', key: 'pattern' }],
  long_text: [longest(10_000)],
  integer: [
    { kind: 'number', key: 'minimum' },
    { kind: 'number', key: 'maximum' },
  ],
  decimal: [scale(2), ...RANGE, { kind: 'text', key: 'unit' }],
  money: [scale(2), { kind: 'text', key: 'currency' }, ...RANGE],
  percent: [scale(4), ...RANGE],
  switch: [],
  choice: [LIST],
  multi_choice: [LIST, { kind: 'number', key: 'most', least: 1 }],
  date: [],
  datetime: [],
  email: [],
  phone: [],
  url: [],
  person: [],
  attachment: [
    { kind: 'number', key: 'most', least: 1, usual: 10 },
    { kind: 'number', key: 'max_megabytes', least: 1, usual: 20 },
    { kind: 'some-of', key: 'accept', values: FILES },
  ],
  sequence: [
    { kind: 'text', key: 'format' },
    { kind: 'one-of', key: 'reset', values: ['never', 'year', 'month', 'day'] },
    { kind: 'flag', key: 'gapless' },
  ],
  link: [
    { kind: 'entity', key: 'entity' },
    { kind: 'linked-expression', key: 'filter' },
    { kind: 'one-of', key: 'on_delete', values: ['restrict', 'clear'] },
  ],
  lookup: [
    { kind: 'link', key: 'link' },
    { kind: 'linked-field', key: 'field' },
  ],
  rollup: [
    { kind: 'one-of', key: 'aggregate', values: ['count', 'sum', 'average', 'minimum', 'maximum'] },
    { kind: 'linked-expression', key: 'filter' },
  ],
  formula: [
    { kind: 'expression', key: 'expression' },
    { kind: 'one-of', key: 'result', values: RESULTS },
    { kind: 'number', key: 'scale', least: 0, most: 8, usual: 2 },
  ],
  lines: [
    { kind: 'number', key: 'least', least: 0, usual: 0 },
    { kind: 'number', key: 'most', least: 1, usual: 500 },
  ],
}

/** Settings without which a field of the type cannot be made. */
export const NEEDED: Readonly<Partial<Record<FieldType, readonly string[]>>> = {
  choice: ['list'],
  multi_choice: ['list'],
  sequence: ['format'],
  link: ['entity'],
  lookup: ['link', 'field'],
  formula: ['expression', 'result'],
}

/** What a new field begins with. */
export const FIRST_OPTIONS: Readonly<Partial<Record<FieldType, Readonly<Record<string, unknown>>>>> = {
  sequence: { format: 'NO-{yyyyMM}-{0000}', reset: 'month' },
  formula: { expression: '', result: 'decimal' },
  lines: { fields: [] },
}
