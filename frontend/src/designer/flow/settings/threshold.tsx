/** A figure that crosses a limit. */
import { useTranslation } from 'react-i18next'

import { Choose, labelled } from '../parts/choose'
import { FlowExpression } from '../parts/flow-expression'
import type { TriggerOf } from '../parts/step-props'
import { WhenEntry } from '../parts/when-entry'

const SIDES = ['below', 'above'] as const

export function ThresholdSettings(props: TriggerOf<'threshold'>) {
  const { flow, trigger, entity, set, issues } = props
  const { t } = useTranslation()
  return (
    <>
      <FlowExpression title={t('flowdesign:trigger.value')} flow={flow} entity={entity} value={trigger.value} issues={issues('value')} onCommit={(value) => value !== null && set('value', value)} />
      <Choose title={t('flowdesign:trigger.direction')} value={trigger.direction ?? 'below'} choices={labelled(SIDES, (side) => t(`flowdesign:trigger.${side}`))} onChange={(side) => set('direction', side)} />
      <FlowExpression title={t('flowdesign:trigger.limit')} flow={flow} entity={entity} value={trigger.limit} issues={issues('limit')} onCommit={(limit) => limit !== null && set('limit', limit)} />
      <FlowExpression title={t('flowdesign:trigger.reset')} hint={t('flowdesign:trigger.resetHint')} flow={flow} entity={entity} value={trigger.reset} issues={issues('reset')} onCommit={(reset) => set('reset', reset)} />
      <WhenEntry {...props} />
    </>
  )
}
