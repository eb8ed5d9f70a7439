/** One row of the sheet: its cells, its reason, and moving or removing it. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Rule } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { issuesAt, say } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { CommittedInput } from '../inspector/committed-input'
import type { SheetColumn } from './columns'
import { RuleCell } from './rule-cell'
import styles from './rule.module.css'

interface SheetRowProps {
  readonly rule: Rule
  readonly number: number
  readonly columns: readonly SheetColumn[]
  readonly isLit: boolean
  readonly isUnreached: boolean
  readonly isOverlapping: boolean
  readonly onFocus: (row: number, column: number) => void
}

export function SheetRow({ rule, number, columns, isLit, isUnreached, isOverlapping, onFocus }: SheetRowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const row = rule.rows[number]
  if (row === undefined) return null
  const findings = issuesAt(draft, `rules/${rule.name}.json`, ['rows', number]).filter(({ place }) => place.length === 2)
  const note = (value: string) => void edit('set_rule_row', { rule: rule.id, row: row.id, property: 'note', value: { ...row.note, [documentLanguage(locale)]: value } })
  return (
    <tr data-lit={isLit} data-unreached={isUnreached} data-overlapping={isOverlapping}>
      <th scope="row" className={styles['number']} aria-label={t('rules:rowNumber', { n: number + 1 })}>
        <Tooltip title={[...findings.map(({ words }) => say(words, locale)), isOverlapping ? t('rules:overlaps') : ''].join(' ').trim()}>
          <span data-fault={findings.some(({ severity }) => severity === 'error')}>{number + 1}</span>
        </Tooltip>
      </th>
      {columns.map((column, at) => (
        <RuleCell key={column.id} rule={rule} number={number} column={column} at={at} onFocus={onFocus} />
      ))}
      <td className={styles['reason']}>
        <CommittedInput value={text(row.note, locale)} onCommit={note} ariaLabel={t('rules:noteOf', { n: number + 1 })} maxLength={500} />
      </td>
      <td className={styles['tools']}>
        <RowTools rule={rule} number={number} row={row.id} />
      </td>
    </tr>
  )
}

interface RowToolsProps {
  readonly rule: Rule
  readonly number: number
  readonly row: string
}

function RowTools({ rule, number, row }: RowToolsProps) {
  const { t } = useTranslation()
  const { edit } = useDrafting()
  const move = (index: number) => void edit('move_rule_row', { rule: rule.id, row, index })
  return (
    <>
      <Button size="small" type="text" icon={<ArrowUpOutlined aria-hidden />} aria-label={t('rules:up', { n: number + 1 })} disabled={number === 0} onClick={() => move(number - 1)} />
      <Button
        size="small"
        type="text"
        icon={<ArrowDownOutlined aria-hidden />}
        aria-label={t('rules:down', { n: number + 1 })}
        disabled={number === rule.rows.length - 1}
        onClick={() => move(number + 1)}
      />
      <Button
        size="small"
        type="text"
        danger
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('rules:remove', { n: number + 1 })}
        onClick={() => void edit('remove_rule_row', { rule: rule.id, row })}
      />
    </>
  )
}
