/** The head of a column: what it is called and looks at; a click opens its settings. */
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Rule } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { CommittedInput } from '../inspector/committed-input'
import type { SheetColumn } from './columns'
import styles from './rule.module.css'

interface ColumnHeadProps {
  readonly rule: Rule
  readonly column: SheetColumn
}

export function ColumnHead({ rule, column }: ColumnHeadProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const part = column.part === 'when' ? 'inputs' : 'outputs'
  const isFaulty = issuesAt(draft, `rules/${rule.name}.json`, [part, column.index]).length > 0
  return (
    <th scope="col" data-part={column.part} data-fault={isFaulty} aria-label={text(column.label, locale)}>
      <Popover trigger="click" placement="bottomLeft" title={t(`rules:part.${column.part}`)} content={<Settings rule={rule} column={column} />}>
        <button type="button" className={styles['head']}>
          <span>{text(column.label, locale)}</span>
          {column.expression !== undefined && column.expression !== text(column.label, locale) && <code>{column.expression}</code>}
        </button>
      </Popover>
    </th>
  )
}

function Settings({ rule, column }: ColumnHeadProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const language = documentLanguage(locale)
  const set = (property: string, value: unknown) => void edit('set_rule_column', { rule: rule.id, column: column.id, property, value })
  const others = column.part === 'when' ? rule.inputs.length : rule.outputs.length
  return (
    <div className={styles['settings']}>
      <label>
        {t('rules:column.label')}
        <CommittedInput value={text(column.label, locale)} onCommit={(value) => set('label', { ...column.label, [language]: value })} ariaLabel={t('rules:column.label')} />
      </label>
      {column.part === 'when' ? (
        <label>
          {t('rules:column.expression')}
          <CommittedInput value={column.expression ?? ''} onCommit={(value) => set('expression', value)} ariaLabel={t('rules:column.expression')} />
        </label>
      ) : (
        <OutputSettings rule={rule} column={column} onSet={set} />
      )}
      <Button danger size="small" icon={<DeleteOutlined aria-hidden />} disabled={others === 1} onClick={() => void edit('remove_rule_column', { rule: rule.id, column: column.id })}>
        {t('rules:column.remove')}
      </Button>
    </div>
  )
}

interface OutputSettingsProps extends ColumnHeadProps {
  readonly onSet: (property: string, value: unknown) => void
}

function OutputSettings({ rule, column, onSet }: OutputSettingsProps) {
  const { t } = useTranslation()
  const { values = [], default: otherwise = '' } = rule.outputs[column.index] ?? {}
  const setValues = (line: string) => {
    const listed = line.split(/[,，]/).map((each) => each.trim())
    const kept = listed.filter(Boolean).map((value) => values.find((each) => each.value === value) ?? { value })
    onSet('values', kept.length > 0 ? kept : null)
  }
  return (
    <>
      <label>
        {t('rules:column.values')}
        <CommittedInput value={values.map(({ value }) => value).join(', ')} onCommit={setValues} ariaLabel={t('rules:column.values')} />
      </label>
      <label>
        {t('rules:column.default')}
        <CommittedInput value={otherwise} onCommit={(value) => onSet('default', value === '' ? null : value)} ariaLabel={t('rules:column.default')} />
      </label>
    </>
  )
}
