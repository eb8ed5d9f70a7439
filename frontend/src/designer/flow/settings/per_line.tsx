/** Steps that are done once for each detail line. */
import { PlusOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { NODES } from '@/plugins/nodes/specs.generated'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../../drafting/draft-context'
import { linesOf } from '../documents'
import styles from '../flow.module.css'
import { Choose } from '../parts/choose'
import { FlowExpression } from '../parts/flow-expression'
import type { StepOf } from '../parts/step-props'
import { LINE_KINDS } from '../step-kinds'

export function PerLineSettings({ flow, node, entity, set, issues, choose }: StepOf<'per_line'>) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const lines = linesOf(entity)
  const line = lines.find(({ id }) => id === node.lines)
  const add = (kind: string) => void edit('add_node', { flow: flow.id, kind, inside: node.id })
  return (
    <>
      <Choose title={t('flowdesign:perLine.lines')} value={node.lines} choices={lines.map(({ id, label }) => ({ value: id, label: text(label, locale) }))} issues={issues('lines')} onChange={(value) => set('lines', value)} />
      <FlowExpression
        title={t('flowdesign:perLine.when')}
        placeholder={t('flowdesign:perLine.always')}
        flow={flow}
        entity={entity}
        lines={line}
        node={node}
        isCondition
        value={node.when}
        issues={issues('when')}
        onCommit={(when) => set('when', when)}
      />
      <section className={styles['values']} aria-label={t('flowdesign:perLine.steps')}>
        <h3 className={styles['partTitle']}>{t('flowdesign:perLine.steps')}</h3>
        {node.steps.map((step) => {
          const Drawn = NODES[step.kind].icon
          return (
            <Button key={step.id} block className={styles['inner'] ?? ''} icon={<Drawn aria-hidden />} onClick={() => choose(step.id)}>
              {text(step.label, locale)} <RightOutlined aria-hidden />
            </Button>
          )
        })}
        <Dropdown trigger={['click']} menu={{ items: LINE_KINDS.map((kind) => ({ key: kind, label: t(`flows:node.${kind}`) })), onClick: ({ key }) => add(key) }}>
          <Button size="small" icon={<PlusOutlined aria-hidden />}>
            {t('flowdesign:perLine.add')}
          </Button>
        </Dropdown>
      </section>
    </>
  )
}
