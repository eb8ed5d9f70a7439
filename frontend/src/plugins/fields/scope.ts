/** Where fields are shown: the app and its documents, the reader's language, the app's zone and currency. */
import { createContext, useContext } from 'react'

import type { Locale } from '@/core/i18n/locale'
import type { Reference } from '@/core/values/value'
import type { Choice, Entity } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'

export interface FieldScope {
  readonly app: string
  readonly definition: Definition
  readonly locale: Locale
  /** IANA name of the zone whose clock instants are shown on. */
  readonly zone: string
  /** Currency of money fields that name none. */
  readonly currency: string
  /** Opens a form for a new record of a linked entity; absent where there is no room for one. */
  readonly createLinked?: (entity: Entity, title: string) => Promise<Reference | null>
}

export const FieldScopeContext = createContext<FieldScope | null>(null)

export function useFieldScope(): FieldScope {
  const scope = useContext(FieldScopeContext)
  if (scope === null) throw new Error('fields are shown inside a FieldScopeProvider')
  return scope
}

const NO_CHOICES: readonly Choice[] = []

export function choicesOf(scope: Pick<FieldScope, 'definition'>, list: string): readonly Choice[] {
  return scope.definition.options.find(({ id }) => id === list)?.choices ?? NO_CHOICES
}
