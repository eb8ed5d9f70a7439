/** How the flow ends here. */
import { useTranslation } from 'react-i18next'

import { Choose, labelled } from '../parts/choose'
import type { StepOf } from '../parts/step-props'

const OUTCOMES = ['completed', 'rejected', 'cancelled'] as const

export function EndSettings({ node, set, issues }: StepOf<'end'>) {
  const { t } = useTranslation()
  return <Choose title={t('flowdesign:ending')} value={node.outcome ?? 'completed'} choices={labelled(OUTCOMES, (each) => t(`flowdesign:ending.${each}`))} issues={issues('outcome')} onChange={(value) => set('outcome', value)} />
}
