/** How long it waits, or until when. */
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'

import { useDrafting } from '../../drafting/draft-context'
import { Property } from '../../inspector/property'
import { DurationEntry } from '../parts/duration-entry'
import { FlowExpression } from '../parts/flow-expression'
import type { StepOf } from '../parts/step-props'

export function TimerSettings({ flow, node, entity, set, issues }: StepOf<'timer'>) {
  const { t } = useTranslation()
  const { edit } = useDrafting()
  const isUntil = node.until !== undefined
  const change = (kind: 'after' | 'until') => {
    const moment = entity.fields.find(({ type }) => type === 'date' || type === 'datetime')?.name ?? 'NOW()'
    void edit('set_node', { flow: flow.id, node: node.id, property: kind, value: kind === 'after' ? 'P1D' : moment })
    set(kind === 'after' ? 'until' : 'after', null)
  }
  return (
    <>
      <Segmented
        block
        aria-label={t('flowdesign:timer.title')}
        value={isUntil ? 'until' : 'after'}
        options={(['after', 'until'] as const).map((value) => ({ value, label: t(`flowdesign:timer.${value}`) }))}
        onChange={(kind) => change(kind as 'after' | 'until')}
      />
      {isUntil ? (
        <FlowExpression title={t('flowdesign:timer.moment')} flow={flow} entity={entity} node={node} value={node.until} issues={issues('until')} onCommit={(until) => until !== null && set('until', until)} />
      ) : (
        <Property title={t('flowdesign:timer.length')} issues={issues()}>
          {({ id }) => <DurationEntry id={id} value={node.after ?? 'P1D'} onChange={(after) => set('after', after)} />}
        </Property>
      )}
    </>
  )
}
