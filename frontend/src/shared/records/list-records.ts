/** Asking the server for a page of records. */
import type { ConditionOperator, View } from '@/generated/metadata'
import { request } from '@/shared/api/request'
import { entityWithId, fieldWithId, type Definition } from '@/shared/definition/definition'

import type { RecordPage } from './record'

/** A condition as the list route takes it: fields by name. */
export interface NamedCondition {
  readonly field: string
  readonly operator: ConditionOperator
  readonly value?: unknown
}

export interface ListQuery {
  readonly filter?: string
  readonly conditions?: readonly NamedCondition[]
  readonly search?: string
  /** Field names, the largest first with a minus sign. */
  readonly sort?: string
  readonly fields?: string
  readonly expand?: string
  readonly limit?: number
  readonly cursor?: string
  readonly count?: 'none' | 'exact'
  readonly trash?: boolean
  /** Expressions; the page tells of which of its records each is true. */
  readonly marks?: readonly string[]
}

export function recordsPath(app: string, entity: string): string {
  return `/apps/${encodeURIComponent(app)}/entities/${encodeURIComponent(entity)}/records`
}

export function listRecords(app: string, entity: string, query: ListQuery, signal?: AbortSignal): Promise<RecordPage> {
  return request<RecordPage>(recordsPath(app, entity), { query: onWire(query), signal })
}

/** What of a query decides which records it is about. */
export function narrowing({ filter, search, conditions }: ListQuery): ListQuery {
  return { ...(filter !== undefined && { filter }), ...(search !== undefined && { search }), ...(conditions !== undefined && { conditions }) }
}

/** A query as parameters of the list route. */
export function onWire({ conditions = [], marks = [], ...plain }: ListQuery) {
  return { ...plain, conditions: asJson(conditions), marks: asJson(marks) }
}

function asJson(values: readonly unknown[]): string | undefined {
  return values.length > 0 ? JSON.stringify(values) : undefined
}

/** Which records a view is about, in the list route's words. */
export function viewRestriction(definition: Definition, view: View): Pick<ListQuery, 'filter' | 'conditions'> {
  const entity = entityWithId(definition, view.entity)
  const conditions = (view.conditions ?? []).flatMap(({ field, ...rest }) => {
    const name = entity && fieldWithId(entity, field)?.name
    return name === undefined ? [] : [{ ...rest, field: name }]
  })
  return { conditions, ...(view.filter !== undefined && { filter: view.filter }) }
}
