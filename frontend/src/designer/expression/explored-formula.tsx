/** A formula that is written in use: against the release, with what its writer may read. */
import { useMemo, type ReactNode } from 'react'

import { useAsking } from '@/plugins/asking/asking-context'
import type { FormulaEntries } from '@/plugins/asking/formula-entries'
import type { Definition } from '@/shared/definition/definition'

import { ExpressionSiteContext, type ExpressionSite } from './expression-site'
import { FORMULA_ENTRIES } from './formula-entries'

export default function ExploredFormula({ draw }: { readonly draw: (entries: FormulaEntries) => ReactNode }) {
  const { app, definition } = useAsking()
  const site = useMemo(() => siteOf(app, definition), [app, definition])
  return <ExpressionSiteContext value={site}>{draw(FORMULA_ENTRIES)}</ExpressionSiteContext>
}

function siteOf(app: string, { app: own, release, entities, options }: Definition): ExpressionSite {
  const documents = Object.fromEntries([
    ['app.json', own],
    ...entities.map((entity) => [`entities/${entity.name}.json`, entity]),
    ...options.map((list) => [`options/${list.name}.json`, list]),
  ]) as ExpressionSite['documents']
  return { app, documents, revision: release, checkPath: `/apps/${encodeURIComponent(app)}:check-expression` }
}
