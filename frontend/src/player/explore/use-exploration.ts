/** An exploration with every state before and after, so that a drag that did not help is taken back. */
import { useMemo, useState } from 'react'

import { NOTHING_ASKED, type Exploration } from '@/plugins/asking/exploration'

interface Past {
  readonly states: readonly Exploration[]
  readonly at: number
}

export function useExploration() {
  const [{ states, at }, setPast] = useState<Past>({ states: [NOTHING_ASKED], at: 0 })
  const history = useMemo(() => {
    const go = (by: number) => setPast((past) => ({ ...past, at: Math.min(Math.max(past.at + by, 0), past.states.length - 1) }))
    return { undo: () => go(-1), redo: () => go(1), canUndo: at > 0, canRedo: at < states.length - 1 }
  }, [at, states.length])
  return {
    exploration: states[at] ?? NOTHING_ASKED,
    change: (next: Exploration) => setPast((past) => ({ states: [...past.states.slice(0, past.at + 1), next], at: past.at + 1 })),
    history,
  }
}
