/** Who completes the record, and what they enter. */
import { useTranslation } from 'react-i18next'

import { FieldAccess } from '../parts/field-access'
import type { StepOf } from '../parts/step-props'
import { TimeoutEntry } from '../parts/timeout-entry'
import { WhoList } from '../parts/who-list'

export function FillInSettings({ flow, node, entity, set, issues }: StepOf<'fill_in'>) {
  const { t } = useTranslation()
  return (
    <>
      <WhoList title={t('flowdesign:people')} flow={flow} entity={entity} who={node.people} issues={(...at) => issues('people', ...at)} onChange={(who) => set('people', who)} />
      <FieldAccess entity={entity} access={node.fields ?? {}} issues={(field) => issues('fields', field)} onChange={(access) => set('fields', access)} />
      <TimeoutEntry timeout={node.timeout} onChange={(timeout) => set('timeout', timeout)} />
    </>
  )
}
