/** What another system is asked to do, and what it is told. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Connector } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../../drafting/draft-context'
import { allOf } from '../documents'
import { Choose, labelled } from '../parts/choose'
import { FlowExpression } from '../parts/flow-expression'
import { KnownAs } from '../parts/known-as'
import type { StepOf } from '../parts/step-props'

/** What each kind of system offers, with the names of what it is told. */
const ACTIONS: Readonly<Record<Connector['kind'], Readonly<Record<string, readonly string[]>>>> = {
  woocommerce: { order_shipped: ['order_no', 'carrier', 'tracking_no'] },
}

export function ConnectorActionSettings({ flow, node, entity, set, issues }: StepOf<'connector_action'>) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const connectors = allOf(draft, 'connectors')
  const connector = connectors.find(({ id }) => id === node.connector)
  const offered = connector === undefined ? {} : ACTIONS[connector.kind]
  const inputs = offered[node.action] ?? Object.keys(node.input ?? {})
  const tell = (name: string, expression: string | null) => {
    const others = Object.entries(node.input ?? {}).filter(([key]) => key !== name)
    set('input', Object.fromEntries(expression === null ? others : [...others, [name, expression]]))
  }
  return (
    <>
      <Choose title={t('flowdesign:connector')} value={node.connector} choices={connectors.map(({ id, label }) => ({ value: id, label: text(label, locale) }))} issues={issues('connector')} onChange={(value) => set('connector', value)} />
      <Choose title={t('flowdesign:action')} value={node.action} choices={labelled([...new Set([...Object.keys(offered), node.action])], (action) => t(`flowdesign:action.${action}`, { defaultValue: action }))} issues={issues('action')} onChange={(value) => set('action', value)} />
      {inputs.map((name) => (
        <FlowExpression key={name} title={t(`flowdesign:input.${name}`, { defaultValue: name })} flow={flow} entity={entity} node={node} value={node.input?.[name]} issues={issues('input', name)} onCommit={(expression) => tell(name, expression)} />
      ))}
      <KnownAs name={node.as} issues={issues('as')} onCommit={(name) => set('as', name)} />
    </>
  )
}
