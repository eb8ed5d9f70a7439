/** Which columns of a grouped list are added up: numbers, as far as they do not make the groups themselves. */
import { useMemo } from 'react'

import { useFieldScope } from '@/plugins/fields/scope'
import { shownField } from '@/plugins/fields/shown-field'

import type { ShownColumn } from './columns'
import type { GroupLevel } from './group-level'

const SUMMED = new Set(['money', 'decimal', 'integer'])
/** As many as the server adds up at once. */
const MOST_SUMS = 10

export function useSums(columns: readonly ShownColumn[], levels: readonly GroupLevel[]): readonly string[] {
  const scope = useFieldScope()
  return useMemo(() => {
    const shown = columns.map(({ field }) => shownField(field, scope))
    const summed = shown.filter(({ type, id }) => SUMMED.has(type) && !levels.some(({ field }) => field.id === id))
    return summed.slice(0, MOST_SUMS).map(({ name }) => name)
  }, [columns, levels, scope])
}
