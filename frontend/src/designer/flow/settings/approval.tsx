/** Who decides, how several of them do, what they see and enter, and what happens in special cases. */
import { Divider } from 'antd'
import { useTranslation } from 'react-i18next'

import { Choose, labelled } from '../parts/choose'
import { FieldAccess } from '../parts/field-access'
import type { StepOf } from '../parts/step-props'
import { TimeoutEntry } from '../parts/timeout-entry'
import { WhoList } from '../parts/who-list'

const MODES = ['any', 'all', 'sequential'] as const
const OPINIONS = ['required_to_reject', 'optional', 'required'] as const
const IF_NOBODY = ['incident', 'head', 'approve'] as const
const IF_SUBMITTER = ['ask', 'superior', 'approve'] as const
const RETURN_TO = ['submitter', 'previous', 'any'] as const
const AFTER_RETURN = ['again', 'resume'] as const

export function ApprovalSettings({ flow, node, entity, set, issues }: StepOf<'approval'>) {
  const { t } = useTranslation()
  const words = (property: string) => (value: string) => t(`flowdesign:${property}.${value}`)
  return (
    <>
      <WhoList title={t('flowdesign:approvers')} flow={flow} entity={entity} who={node.approvers} issues={(...at) => issues('approvers', ...at)} onChange={(who) => set('approvers', who)} />
      <Choose title={t('flowdesign:mode.title')} value={node.mode ?? 'any'} choices={labelled(MODES, words('mode'))} onChange={(mode) => set('mode', mode)} />
      <TimeoutEntry timeout={node.timeout} onChange={(timeout) => set('timeout', timeout)} />
      <FieldAccess entity={entity} access={node.fields ?? {}} issues={(field) => issues('fields', field)} onChange={(access) => set('fields', access)} />
      <Divider size="small" />
      <Choose title={t('flowdesign:opinion.title')} value={node.opinion ?? 'required_to_reject'} choices={labelled(OPINIONS, words('opinion'))} onChange={(value) => set('opinion', value)} />
      <Choose title={t('flowdesign:ifNobody.title')} value={node.if_nobody ?? 'incident'} choices={labelled(IF_NOBODY, words('ifNobody'))} onChange={(value) => set('if_nobody', value)} />
      <Choose title={t('flowdesign:ifSubmitter.title')} value={node.if_submitter ?? 'ask'} choices={labelled(IF_SUBMITTER, words('ifSubmitter'))} onChange={(value) => set('if_submitter', value)} />
      <Choose title={t('flowdesign:returnTo.title')} value={node.return_to ?? 'submitter'} choices={labelled(RETURN_TO, words('returnTo'))} onChange={(value) => set('return_to', value)} />
      <Choose title={t('flowdesign:afterReturn.title')} value={node.after_return ?? 'again'} choices={labelled(AFTER_RETURN, words('afterReturn'))} onChange={(value) => set('after_return', value)} />
    </>
  )
}
