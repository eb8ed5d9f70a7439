/** Which records of an app changed last, over all entities of its navigation. */
import { useQueries } from '@tanstack/react-query'

import type { Entity } from '@/generated/metadata'
import { titleField, type Definition } from '@/shared/definition/definition'
import { navigationViews } from '@/shared/definition/navigation'
import { listRecords, type NamedCondition } from '@/shared/records/list-records'
import { recordTitle, referenceTitle, type StoredRecord } from '@/shared/records/record'

export interface RecordChange {
  readonly entity: Entity
  readonly id: string
  readonly title: string
  readonly at: string
  readonly by: string
}

export interface RecentChanges {
  readonly changes: readonly RecordChange[]
  readonly isPending: boolean
  /** Why some changes are missing. */
  readonly error: Error | null
}

const PER_ENTITY = 6
const SHOWN = 10

/** The newest changes, by anyone or by one person. */
export function useRecentChanges(app: string, definition: Definition, person?: string): RecentChanges {
  const entities = navigationEntities(definition)
  return useQueries({
    queries: entities.map((entity) => ({
      queryKey: ['apps', app, 'records', entity.name, 'recent', person ?? 'anyone'],
      queryFn: ({ signal }: { signal: AbortSignal }) => changesOf(app, entity, person, signal),
    })),
    combine: (answers) => ({
      changes: newest(answers.flatMap(({ data }) => data ?? [])),
      isPending: answers.some(({ isPending }) => isPending),
      error: answers.find(({ error }) => error !== null)?.error ?? null,
    }),
  })
}

function navigationEntities(definition: Definition): readonly Entity[] {
  const ids = new Set(navigationViews(definition).map(({ view }) => view.entity))
  return definition.entities.filter(({ id }) => ids.has(id))
}

async function changesOf(
  app: string,
  entity: Entity,
  person: string | undefined,
  signal: AbortSignal,
): Promise<RecordChange[]> {
  const title = titleField(entity)
  const linked = title?.type === 'link' || title?.type === 'person' ? title.name : undefined
  const page = await listRecords(
    app,
    entity.name,
    {
      conditions: person === undefined ? [] : [byPerson(person)],
      sort: '-modified_at',
      fields: names(title?.name, 'modified_at', 'modified_by'),
      expand: names(linked, 'modified_by'),
      limit: PER_ENTITY,
    },
    signal,
  )
  return page.items.map((record) => changeOf(entity, record))
}

function names(...given: readonly (string | undefined)[]): string {
  return given.filter((name) => name !== undefined).join(',')
}

function byPerson(person: string): NamedCondition {
  return { field: 'modified_by', operator: 'equals', value: person }
}

function changeOf(entity: Entity, record: StoredRecord): RecordChange {
  return {
    entity,
    id: record.id,
    title: recordTitle(entity, record),
    at: record.modified_at,
    by: referenceTitle(record.modified_by),
  }
}

function newest(changes: readonly RecordChange[]): RecordChange[] {
  return changes.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, SHOWN)
}
