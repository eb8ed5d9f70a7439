/** Which decision table is asked. */
import { TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../../drafting/draft-context'
import { designerAddress } from '../../frame/places'
import { allOf } from '../documents'
import { Choose } from '../parts/choose'
import { KnownAs } from '../parts/known-as'
import type { StepOf } from '../parts/step-props'

export function DecideSettings({ flow, node, set, issues }: StepOf<'decide'>) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const rules = allOf(draft, 'rules').filter(({ entity }) => entity === flow.trigger.entity)
  const rule = rules.find(({ id }) => id === node.rule)
  return (
    <>
      <Choose title={t('flowdesign:rule')} value={node.rule} choices={rules.map(({ id, label }) => ({ value: id, label: text(label, locale) }))} issues={issues('rule')} onChange={(value) => set('rule', value)} />
      {rule !== undefined && (
        <Link to={designerAddress(draft.app, `rules/${rule.name}.json`)}>
          <Button size="small" icon={<TableOutlined aria-hidden />}>
            {t('flowdesign:rule.open')}
          </Button>
        </Link>
      )}
      <KnownAs name={node.as} issues={issues('as')} onCommit={(name) => name !== null && set('as', name)} />
    </>
  )
}
