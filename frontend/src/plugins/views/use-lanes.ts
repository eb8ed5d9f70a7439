/** The lanes of a board: the choices of a list in their order, or the people or records that cards have; blank last. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { isReference, type Value } from '@/core/values/value'
import type { Choice, Field } from '@/generated/metadata'
import { choicesOf, useFieldScope, type FieldScope } from '@/plugins/fields/scope'
import { groupKey, groupRecords, type RecordGroup } from '@/shared/records/group-records'
import { narrowing } from '@/shared/records/list-records'

import type { PictureProps } from './picture-props'

export interface Lane {
  readonly key: string
  readonly value: Value
  readonly title: string
  readonly count: number
  readonly color: Choice['color'] | undefined
}

export interface Lanes {
  readonly lanes: readonly Lane[]
  readonly total: number | undefined
  readonly isCut: boolean
  readonly error: Error | null
}

export function useLanes({ entity, query }: Pick<PictureProps, 'entity' | 'query'>, field: Field): Lanes {
  const scope = useFieldScope()
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['records', entity.id, 'groups', field.name, narrowing(query)],
    queryFn: () => groupRecords(scope.app, entity.name, query, { by: field.name }),
    placeholderData: (before) => before,
  })
  const lanes = useMemo(() => (data === undefined ? [] : lanesOf(field, data.items, scope, t('views:lane.none'))), [data, field, scope, t])
  return { lanes, total: data?.total, isCut: data !== undefined && data.groups > data.items.length, error }
}

export function lanesOf(field: Field, groups: readonly RecordGroup[], scope: Pick<FieldScope, 'definition' | 'locale'>, none: string): Lane[] {
  const counts = new Map(groups.map((group) => [groupKey(group.value), group]))
  const blank: Lane = { key: '', value: null, title: none, count: counts.get('')?.count ?? 0, color: undefined }
  const isNeeded = blank.count > 0 || !('required' in field && field.required === true)
  const named = field.type === 'choice' ? choiceLanes(choicesOf(scope, field.options.list), counts, scope) : otherLanes(groups)
  return isNeeded ? [...named, blank] : named
}

function choiceLanes(choices: readonly Choice[], counts: ReadonlyMap<string, RecordGroup>, { locale }: Pick<FieldScope, 'locale'>): Lane[] {
  const counted = choices.filter(({ value, retired }) => retired !== true || counts.has(value))
  return counted.map(({ value, label, color }) => ({ key: value, value, title: text(label, locale, value), count: counts.get(value)?.count ?? 0, color }))
}

function otherLanes(groups: readonly RecordGroup[]): Lane[] {
  return groups
    .filter(({ value }) => value !== null)
    .map(({ value, count }) => ({ key: groupKey(value), value, title: laneTitle(value), count, color: undefined }))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'zh-CN'))
}

function laneTitle(value: Value): string {
  return isReference(value) ? (value.title ?? '—') : String(value)
}
