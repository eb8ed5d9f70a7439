/** What is created, with which values and lines. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { CopiedLines, Entity } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { entityWithId } from '../../drafting/draft'
import { useDrafting } from '../../drafting/draft-context'
import { allOf, linesOf } from '../documents'
import { Choose } from '../parts/choose'
import { FieldValues } from '../parts/field-values'
import { FlowExpression } from '../parts/flow-expression'
import { KnownAs } from '../parts/known-as'
import type { StepOf } from '../parts/step-props'

export function CreateRecordSettings(props: StepOf<'create_record'>) {
  const { flow, node, entity, set, issues } = props
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const made = entityWithId(draft, node.entity)
  return (
    <>
      <Choose
        title={t('flowdesign:created.entity')}
        value={node.entity}
        choices={allOf(draft, 'entities').map(({ id, label }) => ({ value: id, label: text(label, locale) }))}
        issues={issues('entity')}
        onChange={(value) => set('entity', value)}
      />
      <FieldValues
        title={t('flowdesign:values.new')}
        flow={flow}
        entity={entity}
        node={node}
        fields={made?.fields ?? []}
        values={node.set}
        issues={(field) => issues('set', field)}
        onChange={(values) => set('set', values)}
      />
      {made !== undefined && linesOf(made).length > 0 && <Lines {...props} made={made} />}
      <KnownAs name={node.as} issues={issues('as')} onCommit={(name) => set('as', name)} />
    </>
  )
}

const NONE = 'none'

function Lines({ flow, node, entity, set, issues, made }: StepOf<'create_record'> & { readonly made: Entity }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { lines } = node
  const change = (more: Partial<CopiedLines>) => set('lines', defined({ field: '', set: {}, ...lines, ...more }))
  const written = linesOf(made).find(({ id }) => id === lines?.field)
  const source = linesOf(entity).find(({ id }) => id === lines?.from)
  return (
    <>
      <Choose
        title={t('flowdesign:lines.made')}
        value={lines?.field ?? NONE}
        choices={[{ value: NONE, label: t('flowdesign:lines.none') }, ...linesOf(made).map(({ id, label }) => ({ value: id, label: text(label, locale) }))]}
        onChange={(field) => (field === null || field === NONE ? set('lines', null) : set('lines', { field, set: {} }))}
      />
      {written !== undefined && lines !== undefined && (
        <>
          <Choose
            title={t('flowdesign:lines.from')}
            value={lines.from ?? NONE}
            choices={[{ value: NONE, label: t('flowdesign:lines.one') }, ...linesOf(entity).map(({ id, label }) => ({ value: id, label: text(label, locale) }))]}
            issues={issues('lines', 'from')}
            onChange={(from) => change({ from: from === null || from === NONE ? (undefined as never) : from })}
          />
          {source !== undefined && (
            <FlowExpression title={t('flowdesign:lines.when')} flow={flow} entity={entity} lines={source} node={node} isCondition value={lines.when} issues={issues('lines', 'when')} onCommit={(when) => change({ when: when ?? (undefined as never) })} />
          )}
          <FieldValues title={t('flowdesign:lines.values')} flow={flow} entity={entity} lines={source} node={node} fields={written.options.fields} values={lines.set} issues={(field) => issues('lines', 'set', field)} onChange={(values) => change({ set: values })} />
        </>
      )}
    </>
  )
}

/** Without what is not said: a document knows no nothing. */
function defined(lines: CopiedLines): CopiedLines {
  return Object.fromEntries(Object.entries(lines).filter(([, value]) => value !== undefined)) as unknown as CopiedLines
}
