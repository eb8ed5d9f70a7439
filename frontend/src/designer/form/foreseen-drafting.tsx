/** A draft that already shows the edits on their way, for everything below it. */
import { useCallback, useMemo, useState, type ReactNode } from 'react'

import { DraftingContext, useDrafting, type Drafting, type Params } from '../drafting/draft-context'
import { foresee } from './foresee'

interface OnItsWay {
  readonly kind: string
  readonly params: Params
  /** The revision that has it, once the server answered. */
  readonly revision?: number
}

export function ForeseenDrafting({ children }: { readonly children: ReactNode }) {
  const drafting = useDrafting()
  const { draft, edit: send } = drafting
  const [onTheirWay, setOnTheirWay] = useState<readonly OnItsWay[]>([])
  const edit = useCallback<Drafting['edit']>(
    async (kind, params) => {
      const own: OnItsWay = { kind, params }
      setOnTheirWay((edits) => [...edits, own])
      const after = await send(kind, params)
      // An edit is foreseen until the draft that has it is drawn; a refused one no longer.
      setOnTheirWay((edits) => edits.flatMap((each) => (each !== own ? [each] : after === null ? [] : [{ ...own, revision: after.revision }])))
      return after
    },
    [send],
  )
  const open = onTheirWay.filter(({ revision }) => revision === undefined || revision > draft.revision)
  if (open.length < onTheirWay.length) setOnTheirWay(open)
  const foreseen = useMemo<Drafting>(() => {
    const documents = onTheirWay.reduce((seen, { kind, params, revision }) => (revision !== undefined && revision <= draft.revision ? seen : foresee(seen, kind, params)), draft.documents)
    return { ...drafting, edit, draft: documents === draft.documents ? draft : { ...draft, documents } }
  }, [drafting, draft, edit, onTheirWay])
  return <DraftingContext value={foreseen}>{children}</DraftingContext>
}
