/** What publishing would mean, as the server computes it. */
import { queryOptions } from '@tanstack/react-query'

import type { FieldAccess, Label } from '@/generated/metadata'
import { request } from '@/shared/api/request'

import type { Words } from '../drafting/draft'
import type { StorageStep } from '../drafting/foresee'

export interface Change {
  readonly action: 'add' | 'remove' | 'change'
  readonly document: string
  readonly words: Words
}

export interface RoleAccess {
  readonly role: string
  readonly label: Label
  readonly access: FieldAccess
  /** Whether the role names the field itself, instead of treating it as its other fields. */
  readonly listed: boolean
}

export interface NewField {
  readonly field: string
  readonly entity: string
  readonly label: Label
  readonly computed: boolean
  readonly roles: readonly RoleAccess[]
}

export interface Impact {
  readonly changes: readonly Change[]
  readonly steps: readonly StorageStep[]
  readonly usages: readonly { readonly words: Words }[]
  readonly fields: readonly NewField[]
  readonly blocked: boolean
}

export function impactQuery(app: string, revision: number) {
  return queryOptions({
    queryKey: ['design', app, 'impact', revision],
    queryFn: () => request<Impact>(`/design/${encodeURIComponent(app)}/impact`),
    gcTime: 60_000,
  })
}
