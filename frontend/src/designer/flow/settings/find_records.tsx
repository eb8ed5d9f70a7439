/** Which records are looked for. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { entityWithId } from '../../drafting/draft'
import { useDrafting } from '../../drafting/draft-context'
import { allOf } from '../documents'
import { Choose } from '../parts/choose'
import { FlowExpression } from '../parts/flow-expression'
import { KnownAs } from '../parts/known-as'
import type { StepOf } from '../parts/step-props'

export function FindRecordsSettings({ flow, node, entity, set, issues }: StepOf<'find_records'>) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  return (
    <>
      <Choose
        title={t('flowdesign:found.entity')}
        value={node.entity}
        choices={allOf(draft, 'entities').map(({ id, label }) => ({ value: id, label: text(label, locale) }))}
        issues={issues('entity')}
        onChange={(value) => set('entity', value)}
      />
      <FlowExpression
        title={t('flowdesign:found.where')}
        hint={t('flowdesign:found.hint')}
        flow={flow}
        node={node}
        isSearch
        isCondition
        entity={entityWithId(draft, node.entity) ?? entity}
        value={node.where}
        issues={issues('where')}
        onCommit={(where) => set('where', where ?? 'TRUE')}
      />
      <KnownAs name={node.as} issues={issues('as')} onCommit={(name) => name !== null && set('as', name)} />
    </>
  )
}
