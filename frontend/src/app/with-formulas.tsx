/** The pages of an app in use, where figures are computed by formulas: the entry for them loads once one is written. */
import { lazy, Suspense } from 'react'
import { Outlet } from 'react-router'

import { loadAreas } from '@/core/i18n/translator'
import { FormulaEntriesContext, type FormulaEntries } from '@/plugins/asking/formula-entries'
import { Loading } from '@/ui/feedback/loading'

const ExploredFormula = lazy(async () => {
  const [formula] = await Promise.all([import('@/designer/expression/explored-formula'), loadAreas(['designer', 'expressions', 'forms', 'functions'])])
  return formula
})

const IN_USE: FormulaEntries = {
  ofRecord: (props) => <InUse draw={(entries) => entries.ofRecord(props)} />,
  ofFigures: (props) => <InUse draw={(entries) => entries.ofFigures(props)} />,
}

function InUse(props: Parameters<typeof ExploredFormula>[0]) {
  return (
    <Suspense fallback={<Loading rows={1} />}>
      <ExploredFormula {...props} />
    </Suspense>
  )
}

export function WithFormulas() {
  return (
    <FormulaEntriesContext value={IN_USE}>
      <Outlet />
    </FormulaEntriesContext>
  )
}
