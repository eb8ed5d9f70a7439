/** One cell: typed text is kept when it is left; Enter and arrows go on, a pasted block fills cells from here. */
import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { readBlock } from '@/core/forms/block'
import { text } from '@/core/i18n/text'
import type { Rule } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { issuesAt, say } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { shown, written, type SheetColumn } from './columns'
import { isEmpty } from './paste-sheet'
import styles from './rule.module.css'

interface RuleCellProps {
  readonly rule: Rule
  readonly number: number
  readonly column: SheetColumn
  /** Where the column stands. */
  readonly at: number
  readonly onFocus: (row: number, column: number) => void
}

export function RuleCell({ rule, number, column, at, onFocus }: RuleCellProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const id = useId()
  const { draft } = useDrafting()
  const { typed, type, commit, revert, paste } = useCell(rule, number, column)
  const issues = issuesAt(draft, `rules/${rule.name}.json`, ['rows', number, column.part, column.index])
  const words = issues.map((issue) => say(issue.words, locale)).join(' ')
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event)
    if (event.key === 'Escape') revert()
    if (step === 0) return
    event.preventDefault()
    commit()
    onFocus(number + step, at)
  }
  return (
    <td className={styles['cell']} data-part={column.part} data-fault={issues.length > 0} title={words}>
      <input
        data-cell={`${number}:${at}`}
        value={typed}
        placeholder={column.part === 'when' ? t('rules:anything') : ''}
        list={column.choices.length > 0 ? id : undefined}
        aria-label={t('rules:cell', { column: text(column.label, locale), n: number + 1 })}
        aria-invalid={issues.length > 0}
        maxLength={1000}
        onChange={({ target }) => type(target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
        onPaste={paste}
      />
      {column.choices.length > 0 && (
        <datalist id={id}>
          {column.choices.map((choice) => (
            <option key={choice} value={choice} aria-label={choice} />
          ))}
        </datalist>
      )}
    </td>
  )
}

/** How many rows a key goes on; with a list of choices arrows belong to the list. */
function stepOf({ key, shiftKey, nativeEvent, currentTarget }: KeyboardEvent): number {
  if (nativeEvent.isComposing) return 0
  if (key === 'Enter') return shiftKey ? -1 : 1
  if (currentTarget.hasAttribute('list')) return 0
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
}

function useCell(rule: Rule, number: number, column: SheetColumn) {
  const { edit } = useDrafting()
  const row = rule.rows[number]
  const kept = row?.[column.part][column.index] ?? ''
  const [state, setState] = useState({ kept, typed: shown(kept, column) })
  if (state.kept !== kept) setState({ kept, typed: shown(kept, column) })
  // Enter sends a cell and so does leaving it right after, while the draft is still on its way.
  const sent = useRef<{ readonly over: string; readonly text: string } | null>(null)
  const place = { rule: rule.id, row: row?.id, column: column.id }
  return {
    typed: state.typed,
    type: (typed: string) => setState({ kept, typed }),
    revert: () => setState({ kept, typed: shown(kept, column) }),
    commit: () => {
      const next = written(state.typed, column)
      const isSent = sent.current?.over === kept && sent.current.text === next
      if (next === kept || isSent || state.typed === shown(kept, column)) return
      sent.current = { over: kept, text: next }
      void edit('set_rule_cell', { ...place, text: next }).then((draft) => {
        if (draft === null) sent.current = null
      })
    },
    paste: (event: ClipboardEvent) => {
      const block = readBlock(event.clipboardData.getData('text/plain').replace(/\r?\n$/, ''))
      if (block.length === 1 && block[0]?.length === 1) return
      event.preventDefault()
      // Into an empty table a block with headings is the whole table.
      if (isEmpty(rule) && block.length > 1 && (block[0]?.length ?? 0) > 1) void edit('fill_rule', { rule: rule.id, table: block })
      else void edit('paste_rule_cells', { ...place, block })
    },
  }
}
