/** What expressions are written against: the draft that is designed or, in use, the release. */
import { createContext, useContext } from 'react'

import type { Documented } from '../drafting/draft'
import { DraftingContext } from '../drafting/draft-context'

export interface ExpressionSite extends Documented {
  readonly app: string
  /** Another one with every change of the documents. */
  readonly revision: number
  /** Where the server checks what is written. */
  readonly checkPath: string
}

/** For what stands outside a designer. */
export const ExpressionSiteContext = createContext<ExpressionSite | null>(null)

export function useExpressionSite(): ExpressionSite {
  const given = useContext(ExpressionSiteContext)
  const drafting = useContext(DraftingContext)
  if (given !== null) return given
  if (drafting === null) throw new Error('an expression is written against a draft or a release')
  const { app, documents, revision } = drafting.draft
  return { app, documents, revision, checkPath: `/design/${encodeURIComponent(app)}:check-expression` }
}
