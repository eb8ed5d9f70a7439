/** Rules that colour records, or one column of them; the first that fits counts. */
import { DeleteOutlined, PlusOutlined, UpOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { ColorRule } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { fieldIn, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { ExpressionEntry } from '../expression/expression-entry'
import { offeredNames } from '../expression/offered-names'
import inspector from '../inspector/inspector.module.css'
import { useView } from './view-context'
import styles from './view.module.css'

const COLORS = ['red', 'orange', 'gold', 'green', 'cyan', 'blue', 'purple', 'magenta', 'grey'] as const
const WHOLE = 'record'

interface ColorRulesProps {
  /** Only the rules of this column, and new ones are for it. */
  readonly field?: string
  readonly onSet: (rules: readonly ColorRule[]) => void
}

export function ColorRules({ field, onSet }: ColorRulesProps) {
  const { t } = useTranslation()
  const { view } = useView()
  const rules = view.colors ?? []
  const shown = rules.map((rule, at) => ({ rule, at })).filter(({ rule }) => field === undefined || rule.field === field)
  const add = () => onSet([...rules, { when: 'TRUE', color: COLORS[rules.length % COLORS.length] ?? 'red', ...(field !== undefined && { field }) }])
  return (
    <div className={styles['entries']}>
      {shown.map(({ rule, at }, n) => (
        // Rules have no ids; their place is what tells them apart.
        // eslint-disable-next-line react/no-array-index-key
        <Rule key={at} rule={rule} at={at} number={n + 1} isLocked={field !== undefined} rules={rules} onSet={onSet} />
      ))}
      <Button block type="dashed" size="small" icon={<PlusOutlined aria-hidden />} disabled={rules.length >= 20} onClick={add}>
        {t('viewdesign:colors.add')}
      </Button>
    </div>
  )
}

interface RuleProps {
  readonly rule: ColorRule
  readonly at: number
  readonly number: number
  readonly isLocked: boolean
  readonly rules: readonly ColorRule[]
  readonly onSet: (rules: readonly ColorRule[]) => void
}

function Rule({ rule, at, number, isLocked, rules, onSet }: RuleProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const { view, entity } = useView()
  const change = (next: ColorRule) => onSet(rules.with(at, next))
  const columns = view.columns.map(({ field }) => ({ value: field, label: text(fieldIn(entity, field)?.label, locale, field) }))
  return (
    <fieldset className={styles['rule']}>
      <legend className={styles['ruleTitle']}>{t('viewdesign:colors.rule', { n: number })}</legend>
      <div className={styles['entryRow']}>
        <Select
          aria-label={t('viewdesign:colors.color', { n: number })}
          value={rule.color}
          options={COLORS.map((color) => ({
            value: color,
            label: (
              <span>
                <span className={inspector['color']} data-color={color} aria-hidden /> {t(`viewdesign:color.${color}`)}
              </span>
            ),
          }))}
          onChange={(color) => change({ ...rule, color })}
        />
        {!isLocked && (
          <Select
            aria-label={t('viewdesign:colors.target', { n: number })}
            value={rule.field ?? WHOLE}
            options={[{ value: WHOLE, label: t('viewdesign:colors.whole') }, ...columns]}
            onChange={(target) => change(target === WHOLE ? { when: rule.when, color: rule.color } : { ...rule, field: target })}
          />
        )}
        <Button type="text" icon={<UpOutlined aria-hidden />} disabled={at === 0} aria-label={t('viewdesign:colors.up', { n: number })} onClick={() => onSet(rules.toSpliced(at, 1).toSpliced(at - 1, 0, rule))} />
        <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('viewdesign:colors.remove', { n: number })} onClick={() => onSet(rules.toSpliced(at, 1))} />
      </div>
      <ExpressionEntry
        title={t('viewdesign:colors.when')}
        value={rule.when}
        names={offeredNames(draft, entity, locale)}
        result="boolean"
        sampleEntity={entity.name}
        issues={issuesAt(draft, `views/${view.name}.json`, ['colors', at])}
        onCommit={(when) => when !== null && change({ ...rule, when })}
      />
    </fieldset>
  )
}
