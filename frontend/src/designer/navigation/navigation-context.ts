/** The navigation in hand and how it is changed. */
import { createContext, useContext } from 'react'

import type { NavigationItem } from '@/generated/metadata'

import type { KnownTarget } from './known-targets'
import type { EditCall, Way } from './navigation-tree'

export interface NavigationInHand {
  readonly items: readonly NavigationItem[]
  /** By id. */
  readonly targets: ReadonlyMap<string, KnownTarget>
  readonly chosen: Way | null
  readonly choose: (way: Way | null) => void
  readonly wordsOf: (item: NavigationItem | undefined) => string
  readonly carryOut: (call: EditCall | null) => void
}

export const NavigationContext = createContext<NavigationInHand | null>(null)

export function useNavigation(): NavigationInHand {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('parts of the navigation designer stand inside a NavigationContext')
  return navigation
}
