/** Edits of a flow as the canvas wants them; what is new is chosen afterwards. */
import { useCallback, useMemo } from 'react'

import type { Flow } from '@/generated/metadata'

import type { Draft } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import type { Copied } from './clipboard'
import { allOf, mayDesignApp } from './documents'
import type { StepKind } from './step-kinds'
import { allSteps, type Way } from './ways'

export function useFlowEdits(flow: Flow, choose: (ids: readonly string[]) => void) {
  const { draft, edit } = useDrafting()
  const chooseNew = useCallback(
    (after: Draft | null) => {
      const known = new Set(allSteps(flow).map(({ id }) => id))
      const changed = after && allOf(after, 'flows').find(({ id }) => id === flow.id)
      const made = (changed?.nodes ?? []).filter(({ id, kind }) => !known.has(id) && kind !== 'join').map(({ id }) => id)
      if (made.length > 0) choose(made)
    },
    [choose, flow],
  )
  return useMemo(
    () => ({
      add: async (kind: StepKind, way: Way) => {
        // Who may not make documents tells people in words that are there.
        const template = kind === 'notify' && !mayDesignApp(draft) ? allOf(draft, 'templates').find(({ entity }) => entity === flow.trigger.entity)?.id : undefined
        chooseNew(await edit('add_node', { flow: flow.id, kind, ...way, ...(template !== undefined && { set: { template } }) }))
      },
      move: (node: string, way: Way) => void edit('move_node', { flow: flow.id, node, ...way }),
      paste: async (copied: Copied, way: Way) => chooseNew(await edit('paste_nodes', { flow: flow.id, ...copied, ...way })),
      remove: async (nodes: readonly string[], keep?: string) => {
        if (await edit('remove_nodes', { flow: flow.id, nodes, ...(keep !== undefined && { keep }) })) choose([])
      },
    }),
    [choose, chooseNew, draft, edit, flow],
  )
}

export type FlowEdits = ReturnType<typeof useFlowEdits>
