/** Which record is changed, and which values it gets. */
import { useTranslation } from 'react-i18next'

import { useDrafting } from '../../drafting/draft-context'
import { linesOf, targetsOf } from '../documents'
import { FieldValues } from '../parts/field-values'
import type { StepOf } from '../parts/step-props'
import { TargetEntry } from '../parts/target-entry'

export function UpdateRecordSettings({ flow, node, entity, set, issues }: StepOf<'update_record'>) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const target = targetsOf(draft, flow).find(({ name }) => name === (node.target ?? ''))
  const around = flow.nodes.find((each) => each.kind === 'per_line' && each.steps.some(({ id }) => id === node.id))
  const line = around?.kind === 'per_line' && node.target === undefined ? linesOf(entity).find(({ id }) => id === around.lines) : undefined
  const fields = [...(line?.options.fields ?? []), ...(target?.entity.fields ?? [])]
  return (
    <>
      <TargetEntry flow={flow} target={node.target} issues={issues('target')} onChange={(value) => set('target', value)} />
      <FieldValues title={t('flowdesign:values.title')} flow={flow} entity={entity} lines={line} node={node} fields={fields} values={node.set} issues={(field) => issues('set', field)} onChange={(values) => set('set', values)} />
    </>
  )
}
