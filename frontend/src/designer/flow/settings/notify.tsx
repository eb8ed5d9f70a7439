/** Who is told, how, and in which words. */
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'

import type { NotifyNode } from '@/generated/metadata'

import { Property } from '../../inspector/property'
import { Switched } from '../parts/choose'
import { FlowExpression } from '../parts/flow-expression'
import { MessageEntry } from '../parts/message-entry'
import type { StepOf } from '../parts/step-props'
import { WhoList } from '../parts/who-list'

type Channel = NonNullable<NotifyNode['channels']>[number]

const CHANNELS: readonly Channel[] = ['in_app', 'email']

export function NotifySettings({ flow, node, entity, set, issues }: StepOf<'notify'>) {
  const { t } = useTranslation()
  const address = entity.fields.find(({ type }) => type === 'email')?.name ?? '""'
  return (
    <>
      <WhoList title={t('flowdesign:told')} flow={flow} entity={entity} who={node.to ?? []} issues={(...at) => issues('to', ...at)} onChange={(who) => set('to', who)} />
      <Property title={t('flowdesign:channels.title')}>
        {() => (
          <Checkbox.Group
            aria-label={t('flowdesign:channels.title')}
            value={[...(node.channels ?? ['in_app'])]}
            options={CHANNELS.map((value) => ({ value, label: t(`flowdesign:channels.${value}`) }))}
            onChange={(channels) => set('channels', channels.length === 0 ? null : channels)}
          />
        )}
      </Property>
      <Switched title={t('flowdesign:address.outside')} hint={t('flowdesign:address.hint')} isOn={node.email !== undefined} onChange={(isOn) => set('email', isOn ? address : null)} />
      {node.email !== undefined && (
        <>
          <FlowExpression title={t('flowdesign:address.title')} flow={flow} entity={entity} node={node} value={node.email} issues={issues('email')} onCommit={(email) => set('email', email)} />
          <FlowExpression title={t('flowdesign:address.language')} hint={t('flowdesign:address.languageHint')} flow={flow} entity={entity} node={node} value={node.language} issues={issues('language')} onCommit={(language) => set('language', language)} />
        </>
      )}
      <MessageEntry entity={entity} template={node.template} label={node.label} issues={issues('template')} onChange={(template) => set('template', template)} />
    </>
  )
}
