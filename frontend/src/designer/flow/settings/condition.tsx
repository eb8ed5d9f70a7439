/** Branches of a condition, tried from the first to the last. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Branch } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { say } from '../../drafting/draft'
import { useDrafting } from '../../drafting/draft-context'
import { CommittedInput } from '../../inspector/committed-input'
import inspector from '../../inspector/inspector.module.css'
import styles from '../flow.module.css'
import { FlowExpression } from '../parts/flow-expression'
import type { StepOf } from '../parts/step-props'

export function ConditionSettings(props: StepOf<'condition'>) {
  const { flow, node, issues } = props
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const general = issues('branches').filter(({ place }) => place.length <= 3)
  const hasOtherwise = node.branches.some(({ otherwise }) => otherwise)
  return (
    <section className={styles['values']} aria-label={t('flowdesign:branches')}>
      <h3 className={styles['partTitle']}>{t('flowdesign:branches')}</h3>
      {general.map((issue) => (
        <p key={issue.code + issue.pointer} className={inspector['fault']} data-severity={issue.severity}>
          {say(issue.words, locale)}
        </p>
      ))}
      {node.branches.map((branch, at) => (
        <BranchEntry key={branch.id} {...props} branch={branch} at={at} />
      ))}
      <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => void edit('add_branch', { flow: flow.id, node: node.id })}>
        {t('flowdesign:branch.add')}
      </Button>
      {!hasOtherwise && <p className={styles['about']}>{t('flowdesign:branch.noOtherwise')}</p>}
    </section>
  )
}

function BranchEntry({ flow, node, entity, issues, branch, at }: StepOf<'condition'> & { readonly branch: Branch; readonly at: number }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const name = text(branch.label, locale, branch.id)
  const place = { flow: flow.id, node: node.id, branch: branch.id }
  const set = (property: string, value: unknown) => void edit('set_branch', { ...place, property, value })
  const rename = (words: string) => words.trim() !== '' && set('label', { ...branch.label, [documentLanguage(locale)]: words.trim() })
  return (
    <div className={styles['branch']} data-otherwise={branch.otherwise === true}>
      <div className={styles['branchHead']}>
        <CommittedInput value={name} ariaLabel={t('flowdesign:branch.name', { n: at + 1 })} maxLength={200} onCommit={rename} />
        <Button size="small" type="text" icon={<ArrowUpOutlined aria-hidden />} disabled={at === 0} aria-label={t('flowdesign:branch.up', { name })} onClick={() => void edit('move_branch', { ...place, index: at - 1 })} />
        <Button
          size="small"
          type="text"
          icon={<ArrowDownOutlined aria-hidden />}
          disabled={at === node.branches.length - 1}
          aria-label={t('flowdesign:branch.down', { name })}
          onClick={() => void edit('move_branch', { ...place, index: at + 1 })}
        />
        <Button size="small" type="text" danger icon={<DeleteOutlined aria-hidden />} disabled={node.branches.length === 1} aria-label={t('flowdesign:branch.remove', { name })} onClick={() => void edit('remove_branch', place)} />
      </div>
      {branch.otherwise === true ? (
        <p className={styles['about']}>{t('flowdesign:branch.otherwise')}</p>
      ) : (
        <FlowExpression
          title={t('flowdesign:branch.when')}
          placeholder={t('flowdesign:branch.whenHint')}
          flow={flow}
          entity={entity}
          node={node}
          isCondition
          value={branch.when}
          issues={issues('branches', at)}
          onCommit={(when) => set('when', when)}
        />
      )}
    </div>
  )
}
