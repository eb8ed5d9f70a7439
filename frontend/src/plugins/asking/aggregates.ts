/** In which ways a figure can be aggregated: amounts in all, the rest by counting, balances by their first or last date. */
import { fieldAt, isDate, isNumeric, isShare } from '@/core/query/field-tree'
import type { Entity, QueryMeasure } from '@/generated/metadata'

type Aggregate = NonNullable<QueryMeasure['aggregate']>

const AMOUNTS: readonly Aggregate[] = ['sum', 'average', 'minimum', 'maximum', 'count_distinct']
const BALANCES: readonly Aggregate[] = ['last', 'first']

/** Nothing where there is nothing to choose: records are counted, figures of figures computed. */
export function aggregatesOf(entities: readonly Entity[], measure: QueryMeasure): readonly Aggregate[] {
  if (measure.expression !== undefined) return []
  if (measure.value !== undefined) return AMOUNTS
  const field = fieldAt(entities, measure)
  if (measure.field === undefined || field === undefined) return []
  if (isDate(field)) return ['minimum', 'maximum', 'count_distinct']
  if (!isNumeric(field)) return ['count_distinct']
  const all = hasDate(entities, measure) ? [...AMOUNTS, ...BALANCES] : AMOUNTS
  return isShare(field) ? all.filter((each) => each !== 'sum') : all
}

/** Whether its records have a date by which there is a first and a last one. */
function hasDate(entities: readonly Entity[], { home }: QueryMeasure): boolean {
  return entities.some(({ id, fields }) => id === home && fields.some(isDate))
}
