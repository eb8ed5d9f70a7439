/** The rows of a decision table as a sheet: conditions on the left, results on the right, a reason behind each row. */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { Rule } from '@/generated/metadata'

import { useDrafting } from '../drafting/draft-context'
import { ColumnHead } from './column-head'
import type { SheetColumn } from './columns'
import { NewColumn } from './new-column'
import styles from './rule.module.css'
import { SheetRow } from './sheet-row'

interface RuleSheetProps {
  readonly rule: Rule
  readonly columns: readonly SheetColumn[]
  /** Rows to point out. */
  readonly lit: readonly string[]
  readonly unreached: readonly string[]
  /** Rows that are met together with others, where that matters. */
  readonly overlapping: readonly string[]
}

export function RuleSheet({ rule, columns, lit, unreached, overlapping }: RuleSheetProps) {
  const { t } = useTranslation()
  const { edit } = useDrafting()
  const table = useRef<HTMLTableElement>(null)
  const focus = (row: number, column: number) => {
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)?.focus()
  }
  return (
    <div className={styles['frame']}>
      <table ref={table} className={styles['sheet']} aria-label={t('rules:sheet')}>
        <thead>
          <tr>
            <th scope="col" className={styles['number']}>
              <span className={styles['unseen']}>{t('rules:row')}</span>
            </th>
            {columns.map((column) => (
              <ColumnHead key={column.id} rule={rule} column={column} />
            ))}
            <th scope="col" className={styles['reason']}>
              {t('rules:note')}
            </th>
            <th>
              <NewColumn rule={rule} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rule.rows.map((row, number) => (
            <SheetRow
              key={row.id}
              rule={rule}
              number={number}
              columns={columns}
              isLit={lit.includes(row.id)}
              isUnreached={unreached.includes(row.id)}
              isOverlapping={overlapping.includes(row.id)}
              onFocus={focus}
            />
          ))}
        </tbody>
      </table>
      <Button type="text" icon={<PlusOutlined aria-hidden />} onClick={() => void edit('add_rule_row', { rule: rule.id })}>
        {t('rules:addRow')}
      </Button>
    </div>
  )
}
