/** What a reader of a board has set: filters, kept in the address so that a link shows the same, and chosen members. */
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'

import { presetValue, type CrossFilter, type FilterValue } from '@/core/query/narrowing'
import type { Dashboard } from '@/generated/metadata'

const PARAMETER = 'filters'

export type FilterValues = Readonly<Record<string, FilterValue | null>>

export interface BoardState {
  readonly values: FilterValues
  readonly setValue: (filter: string, value: FilterValue | null) => void
  readonly isPreset: boolean
  readonly reset: () => void
  readonly crosses: readonly CrossFilter[]
  /** Chooses a member; choosing it again lets go of it. One per tile and dimension. */
  readonly toggleCross: (cross: CrossFilter) => void
  readonly removeCross: (cross: CrossFilter) => void
}

export function useBoardState(dashboard: Dashboard): BoardState {
  const [params, setParams] = useSearchParams()
  const [crosses, setCrosses] = useState<readonly CrossFilter[]>([])
  const written = params.get(PARAMETER)
  const changed = useMemo(() => readValues(written), [written])
  const presets = useMemo(() => presetsOf(dashboard), [dashboard])
  const write = (values: FilterValues) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (Object.keys(values).length === 0) next.delete(PARAMETER)
        else next.set(PARAMETER, JSON.stringify(values))
        return next
      },
      { replace: true },
    )
  return {
    values: { ...presets, ...changed },
    setValue: (filter, value) => write({ ...changed, [filter]: value }),
    isPreset: Object.keys(changed).length === 0 && crosses.length === 0,
    reset: () => {
      setCrosses([])
      write({})
    },
    crosses,
    toggleCross: (cross) => setCrosses((before) => toggled(before, cross)),
    removeCross: (cross) => setCrosses((before) => before.filter((each) => each !== cross)),
  }
}

function presetsOf({ filters = [] }: Dashboard): FilterValues {
  return Object.fromEntries(filters.map((filter) => [filter.id, presetValue(filter)]))
}

/** An address can hold anything; what is no filter value is as if it were not there. */
export function readValues(written: string | null): FilterValues {
  if (written === null) return {}
  try {
    const read = JSON.parse(written) as Record<string, unknown>
    return Object.fromEntries(Object.entries(read).filter(([, value]) => isFilterValue(value))) as FilterValues
  } catch {
    return {}
  }
}

function isFilterValue(value: unknown): value is FilterValue | null {
  if (value === null) return true
  if (typeof value !== 'object' || !('kind' in value)) return false
  if (value.kind === 'period') return 'period' in value && typeof value.period === 'object' && value.period !== null
  return value.kind === 'members' && 'members' in value && Array.isArray(value.members)
}

export function toggled(crosses: readonly CrossFilter[], cross: CrossFilter): readonly CrossFilter[] {
  const isSamePlace = (each: CrossFilter) => each.tile === cross.tile && each.dimension.id === cross.dimension.id
  const others = crosses.filter((each) => !isSamePlace(each))
  const isChosen = crosses.some((each) => isSamePlace(each) && each.value === cross.value)
  return isChosen ? others : [...others, cross]
}
