/** The levels of groups after an edit; plain values, sent whole. */
import type { Field, FieldType, Group } from '@/generated/metadata'
import type { Grain } from '@/shared/records/group-records'

import { indexAfterRemoval } from '../canvas/drop-target'
import { DAYS, LANES } from './layout-types'

export const MOST_LEVELS = 3
export const GRAINS: readonly Grain[] = ['year', 'quarter', 'month', 'week', 'day']

type Groups = readonly Group[]

const GROUPED: ReadonlySet<FieldType> = new Set<FieldType>([...LANES, ...DAYS, 'switch', 'text', 'integer'])
const USUAL: Grain = 'month'

export function isDated({ type }: Field): boolean {
  return DAYS.includes(type)
}

/** Periods of a date that no other level has. */
export function freeGrains(groups: Groups, field: string, except?: number): readonly Grain[] {
  const taken = new Set(groups.filter((group, at) => group.field === field && at !== except).map(({ grain = 'day' }) => grain))
  return GRAINS.filter((grain) => !taken.has(grain))
}

/** Fields a level can be made by; `except` is the level being changed. */
export function freeFields(fields: readonly Field[], groups: Groups, except?: number): readonly Field[] {
  const taken = new Set(groups.filter((_, at) => at !== except).map(({ field }) => field))
  return fields.filter((field) => GROUPED.has(field.type) && (isDated(field) ? freeGrains(groups, field.id, except).length > 0 : !taken.has(field.id)))
}

/** A date is grouped by month, or by the first period that is free. */
export function levelBy(field: Field, groups: Groups, except?: number): Group {
  if (!isDated(field)) return { field: field.id }
  const free = freeGrains(groups, field.id, except)
  return withGrain({ field: field.id }, free.includes(USUAL) ? USUAL : (free[0] ?? USUAL))
}

/** The day is what is meant where no period is named. */
export function withGrain({ field, descending }: Group, grain: Grain): Group {
  return { field, ...(descending === true && { descending }), ...(grain !== 'day' && { grain }) }
}

export function turned({ descending, ...group }: Group): Group {
  return descending === true ? group : { ...group, descending: true }
}

/** Moves a level before the one at an index; null where nothing changes. */
export function movedLevel(groups: Groups, from: number, to: number): Groups | null {
  const moved = groups[from]
  const index = indexAfterRemoval(from, to)
  return moved === undefined || index === from || index < 0 || index >= groups.length ? null : groups.toSpliced(from, 1).toSpliced(index, 0, moved)
}

/** Puts a field before the level at an index; null where it makes no level, or there are as many as there can be. */
export function withLevel(groups: Groups, field: Field | undefined, fields: readonly Field[], to: number): Groups | null {
  if (field === undefined || groups.length >= MOST_LEVELS || !freeFields(fields, groups).includes(field)) return null
  return groups.toSpliced(to, 0, levelBy(field, groups))
}
