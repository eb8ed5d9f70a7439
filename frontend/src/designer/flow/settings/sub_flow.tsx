/** Which other flow is run, on which record, and whether its end is waited for. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../../drafting/draft-context'
import { allOf, targetsOf } from '../documents'
import { Choose, Switched } from '../parts/choose'
import type { StepOf } from '../parts/step-props'
import { TargetEntry } from '../parts/target-entry'

export function SubFlowSettings({ flow, node, set, issues }: StepOf<'sub_flow'>) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const target = targetsOf(draft, flow).find(({ name }) => name === (node.target ?? ''))
  const flows = allOf(draft, 'flows').filter(({ id, trigger }) => id === node.flow || (id !== flow.id && trigger.entity === target?.entity.id))
  return (
    <>
      <TargetEntry flow={flow} target={node.target} issues={issues('target')} onChange={(value) => set('target', value)} />
      <Choose title={t('flowdesign:subFlow.flow')} value={node.flow} choices={flows.map(({ id, label }) => ({ value: id, label: text(label, locale) }))} issues={issues('flow')} onChange={(value) => set('flow', value)} />
      <Switched title={t('flowdesign:subFlow.wait')} isOn={node.wait ?? true} onChange={(isOn) => set('wait', isOn ? null : false)} />
    </>
  )
}
