/** A run as a drawing with the reasons of the step that is chosen; loaded only when somebody wants to see it. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { TRIGGER } from '@/plugins/nodes/flow-graph'
import type { Run } from '@/shared/flows/wire'
import { FlowCanvas } from '@/ui/flow-canvas/flow-canvas'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import styles from './flow.module.css'
import { runGraph } from './run-graph'
import { StepPanel } from './step-panel'

export default function RunDrawing({ run }: { readonly run: Run }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const now = useNow()
  const graph = useMemo(() => runGraph(run, { t, locale, now }), [run, t, locale, now])
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = chosen ?? placeOf(run)
  return (
    <div className={styles['drawing']}>
      <FlowCanvas graph={graph} label={t('flows:drawing')} selected={shown} onSelect={setChosen} />
      <StepPanel run={run} node={shown} />
    </div>
  )
}

/** Where it stands, else where it was last. */
function placeOf({ tokens, steps }: Run): string {
  return tokens[0]?.node ?? steps.at(-1)?.node ?? TRIGGER
}
