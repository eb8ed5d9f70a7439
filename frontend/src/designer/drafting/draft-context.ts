/** The draft being edited and the one way to change it, for everything below a designer. */
import { createContext, useContext } from 'react'

import type { Draft } from './draft'

/** Parameters of an edit command, as its kind defines them on the server. */
export type Params = Readonly<Record<string, unknown>>

export interface Drafting {
  readonly draft: Draft
  /** Sends an edit; answers the draft after it, or null where it was refused (and the person told why). */
  readonly edit: (kind: string, params: Params) => Promise<Draft | null>
  /** Takes back the person's own last edit, or the one with a number. */
  readonly undo: (number?: number) => void
  /** Carries out again what the person took back last, or the one with a number. */
  readonly redo: (number?: number) => void
  /** Takes back all edits of this person; those of others stay. */
  readonly takeBackOwn: () => void
  /** Gives up the edits of everybody. */
  readonly discard: () => void
  /** Whether an edit is on its way. */
  readonly isSaving: boolean
  /** Whether edits wait because the server is out of reach. */
  readonly isOffline: boolean
  /** How many edits no server has acknowledged yet; they are kept in this browser. */
  readonly waiting: number
  /** The draft once every edit on its way has arrived. */
  readonly settled: () => Promise<Draft | undefined>
  /** Looks for a newer state, as after publishing. */
  readonly refresh: () => Promise<unknown>
}

export const DraftingContext = createContext<Drafting | null>(null)

export function useDrafting(): Drafting {
  const drafting = useContext(DraftingContext)
  if (drafting === null) throw new Error('a designer stands inside a DraftingProvider')
  return drafting
}
