/** The ways down from a member: finer periods of a date, the levels an author set, and whatever else its home reaches. */
import type { DrillPath, Entity, QueryDimension, QueryMeasure } from '@/generated/metadata'

import { dimensionOf, fieldAt, fieldTree, isDate, type Pill } from './field-tree'
import { withRoutes } from './ways'

type Grain = NonNullable<QueryDimension['grain']>

/** From coarse to fine. Weeks lie across months, so one goes from months to days. */
const FINER: Readonly<Record<Grain, readonly Grain[]>> = {
  year: ['quarter', 'month'],
  quarter: ['month', 'week'],
  month: ['week', 'day'],
  week: ['day'],
  day: ['hour'],
  hour: [],
}

/** The same date in finer periods. */
export function finerLevels(entities: readonly Entity[], dimension: QueryDimension): readonly QueryDimension[] {
  const field = fieldAt(entities, dimension)
  if (dimension.grain === undefined || field === undefined || !isDate(field)) return []
  const grains = FINER[dimension.grain].filter((grain) => grain !== 'hour' || field.type === 'datetime')
  return grains.map((grain) => ({ ...dimension, grain }))
}

/** The levels set for a dimension below the one that is shown; all where it is shown as asked. */
export function setLevels(paths: readonly DrillPath[], shown: QueryDimension): readonly QueryDimension[] {
  const steps = paths.find(({ dimension }) => dimension === shown.id)?.steps ?? []
  const at = steps.findIndex((step) => isSameLevel(step, shown))
  return steps.slice(at + 1)
}

export function isSameLevel(one: QueryDimension, other: QueryDimension): boolean {
  return one.field === other.field && one.grain === other.grain && (one.path ?? []).join() === (other.path ?? []).join()
}

/** Every group that is reached from where a dimension starts, itself or over one link, as a level below it. */
export function freeLevels(entities: readonly Entity[], dimension: QueryDimension, measures: readonly QueryMeasure[]): readonly QueryDimension[] {
  const start = dimension.home ?? measures[0]?.home
  const node = fieldTree(entities).find(({ entity }) => entity.id === start)
  const near = (node?.open() ?? []).filter(({ kind }) => kind === 'field' || kind === 'link')
  const pills = near.flatMap((each) => [each, ...(each.kind === 'link' ? each.open() : [])]).flatMap(({ pill }) => (pill === null ? [] : [pill]))
  return pills
    .filter((pill) => pill.use === 'dimension' && !isSamePlace(pill, dimension))
    .map((pill) => withRoutes(entities, { ...dimensionOf(pill, new Set()), id: dimension.id }, measures))
    .filter((level) => isSeenByAll(level, measures))
}

function isSamePlace({ route }: Pill, { field, path = [] }: QueryDimension): boolean {
  return route.field === field && (route.path ?? []).join() === path.join()
}

function isSeenByAll({ home, also = [] }: QueryDimension, measures: readonly QueryMeasure[]): boolean {
  const homes = new Set([home, ...also.map((each) => each.home)])
  return measures.every((measure) => measure.home === undefined || homes.has(measure.home))
}
