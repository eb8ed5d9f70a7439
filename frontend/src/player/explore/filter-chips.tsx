/** The chips of filters: a period for dates, a least value for numbers, members for the rest. */
import { InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { isDate, type Pill } from '@/core/query/field-tree'
import type { ChosenMember } from '@/core/query/narrowing'
import type { Period } from '@/core/query/period'
import { changed, takeOff } from '@/core/query/shelves'
import type { Query, QueryFilter } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { useLocale } from '@/ui/locale/interface-language'

import { MemberPicker, type MemberSource } from '../reporting/member-picker'
import { PeriodPicker } from '../reporting/period-picker'
import { Chip, Shelf } from './shelf'
import type { ShelvesProps } from './shelf-chips'

interface FilterChipsProps extends ShelvesProps {
  readonly app: string
  readonly definition: Definition
}

export function FilterChips({ app, definition, shelves, onChange }: FilterChipsProps) {
  const locale = useLocale()
  return (
    <Shelf name="filters">
      {shelves.filters.map(({ pill, part }, at) => {
        const name = text(pill.field?.label ?? pill.entity.label, locale)
        return (
          <Chip key={pill.key} name={name} onRemove={() => onChange(takeOff(shelves, 'filters', at))}>
            <Operand app={app} definition={definition} pill={pill} filter={part} name={name} onChange={(filter) => onChange(changed(shelves, 'filters', at, filter))} />
          </Chip>
        )
      })}
    </Shelf>
  )
}

interface OperandProps {
  readonly app: string
  readonly definition: Definition
  readonly pill: Pill
  readonly filter: QueryFilter
  readonly name: string
  readonly onChange: (filter: QueryFilter) => void
}

function Operand({ app, definition, pill, filter, name, onChange }: OperandProps) {
  const { t } = useTranslation()
  // The question holds values only; what they are called is kept here for as long as the chip is there.
  const [chosen, setChosen] = useState<readonly ChosenMember[]>([])
  const { home, lines, path, field } = filter
  const place = { ...(home === undefined ? {} : { home }), ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }), ...(field === undefined ? {} : { field }) }
  if (isDate(pill.field)) return <PeriodPicker label={name} value={periodOf(filter)} onChange={(period) => onChange({ ...place, ...(period ?? ANY_TIME) })} />
  if (filter.operator === 'greater_or_equal') {
    return (
      <InputNumber
        stringMode
        size="small"
        prefix="≥"
        aria-label={t('explore:filter.least', { name })}
        value={String(filter.value ?? '0')}
        onChange={(value) => onChange({ ...place, operator: 'greater_or_equal', value: value ?? '0' })}
      />
    )
  }
  return (
    <MemberPicker
      app={app}
      definition={definition}
      field={pill.field ?? undefined}
      source={sourceOf(pill)}
      label={name}
      value={chosen}
      onChange={(members) => {
        setChosen(members)
        onChange({ ...place, operator: 'in', value: members.map(({ value }) => value) })
      }}
    />
  )
}

const ANY_TIME: Period = { operator: 'between' }

function periodOf(filter: QueryFilter): Period | null {
  if (filter.operator === 'between' && filter.value === undefined) return null
  return filter as Period
}

/** A question whose only dimension is the field, to read its members from. */
function sourceOf({ route }: Pill): MemberSource {
  const { home, lines, path, field } = route
  const way = { home, ...(lines === undefined ? {} : { lines }), ...(path === undefined ? {} : { path }) }
  const counted = { id: 'n', home, ...(lines === undefined ? {} : { lines }), aggregate: 'count' as const }
  const query: Query = { measures: [counted], dimensions: [{ id: 'd', ...way, field }] }
  return { query, dimension: 'd' }
}
