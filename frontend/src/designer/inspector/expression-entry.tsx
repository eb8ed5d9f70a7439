/** An expression as text, with the names that can stand in it at hand. */
import { FunctionOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Field } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import type { DesignIssue } from '../drafting/draft'
import { CommittedInput } from './committed-input'
import styles from './inspector.module.css'
import { Property } from './property'

interface ExpressionEntryProps {
  readonly title: string
  readonly hint?: string
  readonly placeholder?: string
  readonly value: string | undefined
  /** Fields whose names can be put in. */
  readonly fields: readonly Field[]
  readonly issues?: readonly DesignIssue[]
  readonly onCommit: (expression: string | null) => void
}

export function ExpressionEntry({ title, hint, placeholder, value = '', fields, issues, onCommit }: ExpressionEntryProps) {
  const commit = (typed: string) => onCommit(typed.trim() === '' ? null : typed.trim())
  const insert = (name: string) => commit(value === '' ? name : `${value} ${name}`)
  return (
    <Property title={title} {...(hint !== undefined && { hint })} {...(issues !== undefined && { issues })}>
      {(control) => (
        <div className={styles['expression']}>
          <CommittedInput
            {...control}
            value={value}
            rows={1}
            className={styles['code']}
            onCommit={commit}
            {...(placeholder !== undefined && { placeholder })}
          />
          <NamesMenu fields={fields} onChosen={insert} />
        </div>
      )}
    </Property>
  )
}

function NamesMenu({ fields, onChosen }: { readonly fields: readonly Field[]; readonly onChosen: (name: string) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const items = fields.flatMap((field) => namesOf(field).map(([name, part]) => ({ key: name, label: `${text(part.label, locale, name)} · ${name}` })))
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => onChosen(key), className: styles['names'] ?? '' }}>
      <Button type="text" size="small" icon={<FunctionOutlined />} aria-label={t('designer:expression.names')} className={styles['insert']} />
    </Dropdown>
  )
}

/** The names a field is written by, those of its columns with their path. */
function namesOf(field: Field): [string, Field][] {
  const columns = field.type === 'lines' ? field.options.fields : []
  return [[field.name, field], ...columns.map((column): [string, Field] => [`${field.name}.${column.name}`, column])]
}
