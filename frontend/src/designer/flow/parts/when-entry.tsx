/** For which records a flow starts. */
import { useTranslation } from 'react-i18next'

import type { TriggerProps } from './step-props'
import { FlowExpression } from './flow-expression'

export function WhenEntry({ flow, trigger, entity, set, issues }: TriggerProps) {
  const { t } = useTranslation()
  return (
    <FlowExpression
      title={t(trigger.kind === 'button' ? 'flowdesign:trigger.shownWhen' : 'flowdesign:trigger.when')}
      placeholder={t('flowdesign:trigger.always')}
      flow={flow}
      entity={entity}
      isCondition
      value={trigger.when}
      issues={issues('when')}
      onCommit={(when) => set('when', when)}
    />
  )
}
