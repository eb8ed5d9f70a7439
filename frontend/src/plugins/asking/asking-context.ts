/** The question being put together, and the one way to change it, for everything around its shelves. */
import { createContext, useContext } from 'react'

import type { Part, ShelfPlace, Shelves } from '@/core/query/shelves'
import type { Issue } from '@/core/issues/issue'
import type { Chart, DrillPath, Entity } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'

import type { Asked, Exploration } from './exploration'

export interface Asking {
  readonly app: string
  readonly definition: Definition
  /** Those whose fields are offered. */
  readonly offered: readonly Entity[]
  readonly exploration: Exploration
  readonly shelves: Shelves
  readonly asked: Asked | null
  /** Whether it names what is in no release yet and so cannot be answered. */
  readonly isAhead: boolean
  /** Why the server does not answer it. */
  readonly issues: readonly Issue[]
  readonly change: (shelves: Shelves) => void
  readonly setChart: (chart: Chart) => void
  readonly setDrill: (drill: readonly DrillPath[]) => void
  /** The id of the part in hand. */
  readonly selected: string | null
  readonly select: (part: string | null) => void
}

export const AskingContext = createContext<Asking | null>(null)

export function useAsking(): Asking {
  const asking = useContext(AskingContext)
  if (asking === null) throw new Error('shelves stand inside an AskingProvider')
  return asking
}

/** What tells the parts on the shelves apart; filters have no id of their own. */
export function partKey({ shelf, at }: Required<ShelfPlace>, part: Part): string {
  return 'id' in part ? part.id : `${shelf} ${at ?? 0}`
}

/** The part in hand with its place. */
export function selectedPart({ shelves, selected }: Pick<Asking, 'shelves' | 'selected'>): { readonly place: Required<ShelfPlace>; readonly part: Part } | null {
  for (const shelf of ['values', 'rows', 'columns', 'color', 'filters'] as const) {
    const parts: readonly Part[] = shelves[shelf]
    const at = parts.findIndex((part, index) => partKey({ shelf, at: index }, part) === selected)
    const part = parts[at]
    if (part !== undefined) return { place: { shelf, at }, part }
  }
  return null
}
