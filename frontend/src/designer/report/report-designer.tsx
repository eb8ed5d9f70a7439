/** The designer of one report: fields left, shelves and answer in the middle, what is set at the right. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { dimensionsOn } from '@/core/query/shelves'
import type { Report } from '@/generated/metadata'
import { AskingCanvas } from '@/plugins/asking/asking-canvas'
import { selectedPart, useAsking } from '@/plugins/asking/asking-context'
import { AskingInspector } from '@/plugins/asking/asking-inspector'
import { AskingProvider } from '@/plugins/asking/asking-provider'
import { FieldPanel } from '@/plugins/asking/field-panel'
import { FormulaEntriesContext } from '@/plugins/asking/formula-entries'
import { DrillDrawer, type Drilled } from '@/plugins/reporting/drill-drawer'
import type { Definition } from '@/shared/definition/definition'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { useDefinitions } from '../drafting/use-definitions'
import { FORMULA_ENTRIES } from '../expression/formula-entries'
import { DesignerFrame } from '../frame/designer-frame'
import { useRequestedPlace, type Place } from '../frame/places'
import { ReportPanel } from './report-panel'
import styles from './report.module.css'
import { useReportQuestion } from './use-report-question'

interface ReportDesignerProps {
  readonly report: Report
  readonly back: string
}

export function ReportDesigner({ report, back }: ReportDesignerProps) {
  const { draft } = useDrafting()
  const { drafted, released } = useDefinitions()
  const { exploration, change } = useReportQuestion(report, drafted.entities)
  if (released === undefined) return <Loading />
  return (
    <FormulaEntriesContext value={FORMULA_ENTRIES}>
      <AskingProvider app={draft.app} definition={drafted} released={released} exploration={exploration} onChange={change}>
        <ReportFrame report={report} back={back} released={released} />
      </AskingProvider>
    </FormulaEntriesContext>
  )
}

function ReportFrame({ report, back, released }: ReportDesignerProps & { readonly released: Definition }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const asking = useAsking()
  const [drilled, setDrilled] = useState<Drilled | null>(null)
  const found = selectedPart(asking)
  const file = `reports/${report.name}.json`
  const show = (_: string, place: Place) => asking.select(partAt(asking, place))
  const requested = useRequestedPlace()
  const [asked, setAsked] = useState<Place | null>(null)
  if (asked !== requested && requested.length > 0 && JSON.stringify(asked) !== JSON.stringify(requested)) {
    setAsked(requested)
    asking.select(partAt(asking, requested))
  }
  const chosen = useMemo(() => {
    if (found === null || asking.selected === null) return undefined
    const label = 'label' in found.part ? text(found.part.label, locale, asking.selected) : asking.selected
    return { id: asking.selected, label }
  }, [found, asking.selected, locale])
  return (
    <>
      <DesignerFrame
        document={report}
        file={file}
        back={back}
        chosen={chosen}
        onShow={show}
        palette={<FieldPanel />}
        paletteTitle={t('explore:fields')}
        inspector={
          <>
            <AskingInspector />
            {found === null && <ReportPanel report={report} />}
          </>
        }
      >
        <div className={styles['canvas']}>
          <AskingCanvas onDrill={setDrilled} />
        </div>
      </DesignerFrame>
      <DrillDrawer app={draft.app} definition={released} drilled={drilled} onClose={() => setDrilled(null)} />
    </>
  )
}

/** The part of the shelves at a place of the document, such as query, measures, 2. */
function partAt({ shelves }: Pick<ReturnType<typeof useAsking>, 'shelves'>, place: Place): string | null {
  const [area, list, number] = place
  const at = Number(number)
  if (area === 'drill') return null
  if (list === 'measures') return shelves.values[at]?.id ?? null
  if (list === 'dimensions') return dimensionsOn(shelves)[at]?.id ?? null
  return list === 'filters' ? `filters ${at}` : null
}
