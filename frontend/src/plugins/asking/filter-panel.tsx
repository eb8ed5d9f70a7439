/** What a filter compares: a period for dates, a number for figures and amounts, members for the rest. */
import { Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fieldAt, isDate, isNumeric, type Pill } from '@/core/query/field-tree'
import type { ChosenMember } from '@/core/query/narrowing'
import type { Period } from '@/core/query/period'
import { changed, dimensionsOn, type ShelfPlace } from '@/core/query/shelves'
import type { Field, Query, QueryFilter } from '@/generated/metadata'

import { MemberPicker, type MemberSource } from '../reporting/member-picker'
import { PeriodPicker } from '../reporting/period-picker'
import { filterSubject } from '../reporting/query-words'
import { useAsking } from './asking-context'
import { useWording } from './chips'
import { Entry } from './entry'

type Operator = QueryFilter['operator']

const MEMBERS: readonly Operator[] = ['in', 'not_in', 'is_empty', 'is_not_empty']
const NUMBERS: readonly Operator[] = ['greater_or_equal', 'greater', 'less_or_equal', 'less', 'equals', 'not_equals', 'is_empty', 'is_not_empty']
const TEXTS: readonly Operator[] = ['in', 'not_in', 'contains', 'not_contains', 'starts_with', 'ends_with', 'is_empty', 'is_not_empty']
const BARE: ReadonlySet<Operator> = new Set(['is_empty', 'is_not_empty'])
const WRITTEN: ReadonlySet<string> = new Set(['text', 'email', 'phone', 'url', 'sequence'])

interface FilterPanelProps {
  readonly place: Required<ShelfPlace>
  readonly filter: QueryFilter
}

export function FilterPanel({ place, filter }: FilterPanelProps) {
  const { t } = useTranslation()
  const wording = useWording()
  const { definition, shelves, asked, change } = useAsking()
  const field = subjectField(filter, definition.entities, dimensionsOn(shelves))
  const query = asked?.query ?? { measures: shelves.values }
  const name = filterSubject(filter, query, wording)
  const set = (next: QueryFilter) => change(changed(shelves, place, next))
  return (
    <>
      <h2>{name}</h2>
      {isDate(field ?? null) ? (
        <Entry name={t('explore:filter.period')}>
          <PeriodPicker label={name} value={periodOf(filter)} onChange={(period) => set({ ...placeOf(filter), ...(period ?? ANY_TIME) })} />
        </Entry>
      ) : (
        <Comparison filter={filter} field={field} name={name} onChange={set} />
      )}
    </>
  )
}

function subjectField(filter: QueryFilter, entities: Parameters<typeof fieldAt>[0], dimensions: readonly (Parameters<typeof fieldAt>[1] & { readonly id: string })[]): Field | undefined {
  if (filter.measure !== undefined) return undefined
  const dimension = dimensions.find(({ id }) => id === filter.dimension)
  return fieldAt(entities, dimension ?? filter)
}

interface ComparisonProps {
  readonly filter: QueryFilter
  readonly field: Field | undefined
  readonly name: string
  readonly onChange: (filter: QueryFilter) => void
}

function Comparison({ filter, field, name, onChange }: ComparisonProps) {
  const { t } = useTranslation()
  const operators = operatorsFor(filter, field)
  const choose = (operator: Operator) => onChange({ ...placeOf(filter), operator, ...(BARE.has(operator) ? {} : keptValue(filter, operator)) })
  return (
    <>
      <Entry name={t('explore:filter.operator')}>
        <Select
          aria-label={t('explore:filter.operator')}
          value={filter.operator}
          options={(operators.includes(filter.operator) ? operators : [filter.operator, ...operators]).map((value) => ({ value, label: t(`list:operator.${value}`) }))}
          onChange={choose}
        />
      </Entry>
      {!BARE.has(filter.operator) && (
        <Entry name={t('explore:filter.value')}>
          <Operand filter={filter} field={field} name={name} onChange={onChange} />
        </Entry>
      )}
    </>
  )
}

function operatorsFor({ measure }: QueryFilter, field: Field | undefined): readonly Operator[] {
  if (measure !== undefined || (field !== undefined && isNumeric(field))) return NUMBERS
  return field !== undefined && WRITTEN.has(field.type) ? TEXTS : MEMBERS
}

/** What was compared with stays where it still can be. */
function keptValue({ value }: QueryFilter, operator: Operator): Pick<QueryFilter, 'value'> {
  const isList = operator === 'in' || operator === 'not_in'
  if (isList) return { value: Array.isArray(value) ? value : [] }
  return { value: Array.isArray(value) || value === undefined ? '' : value }
}

function Operand({ filter, field, name, onChange }: ComparisonProps) {
  const { app, definition } = useAsking()
  // The question holds values only; what they are called is kept here for as long as the panel is there.
  const [chosen, setChosen] = useState<readonly ChosenMember[]>(() => membersOf(filter))
  const { operator, value } = filter
  const set = (next: unknown) => onChange({ ...filter, value: next })
  if (operator === 'in' || operator === 'not_in') {
    return (
      <MemberPicker
        app={app}
        definition={definition}
        field={field}
        source={sourceOf(filter)}
        label={name}
        value={chosen}
        onChange={(members) => {
          setChosen(members)
          set(members.map((member) => member.value))
        }}
      />
    )
  }
  if (filter.measure !== undefined || (field !== undefined && isNumeric(field))) {
    return <InputNumber stringMode aria-label={name} value={String(value ?? '')} onChange={(typed) => set(typed ?? '')} />
  }
  return <Input aria-label={name} value={typeof value === 'string' ? value : ''} onChange={({ target }) => set(target.value)} />
}

function membersOf({ value }: QueryFilter): readonly ChosenMember[] {
  return Array.isArray(value) ? value.map((each: unknown) => ({ value: each, title: String(each) })) : []
}

const ANY_TIME: Period = { operator: 'between' }

function periodOf(filter: QueryFilter): Period | null {
  if (filter.operator === 'between' && filter.value === undefined) return null
  return filter as Period
}

function placeOf({ dimension, measure, home, lines, path, field }: QueryFilter): Omit<QueryFilter, 'operator'> {
  const given = { dimension, measure, home, lines, path, field }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** A question whose only dimension is the field, to read its members from. */
function sourceOf({ home, lines, path, field }: Pick<QueryFilter, 'home' | 'lines' | 'path' | 'field'> | Pill['route']): MemberSource | undefined {
  if (home === undefined || field === undefined) return undefined
  const way = { home, ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }) }
  const counted = { id: 'n', home, ...(lines === undefined ? {} : { lines }), aggregate: 'count' as const }
  const query: Query = { measures: [counted], dimensions: [{ id: 'd', ...way, field }] }
  return { query, dimension: 'd' }
}
