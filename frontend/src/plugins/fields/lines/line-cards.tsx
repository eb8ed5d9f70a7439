/** Detail lines on a phone: a card each, opened in a full-screen editor. */
import { PlusOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { FormLine } from '@/core/forms/entry'
import { insertLines } from '@/core/forms/lines'
import { totalsOf } from '@/core/forms/totals'
import { isBlank } from '@/core/values/value'

import { FieldCell } from '../field-cell'
import cardStyles from './cards.module.css'
import { LineDrawer } from './line-drawer'
import type { LinesEditorProps } from './lines-editor-props'
import type { SheetColumn } from './sheet-columns'

interface LineCardsProps extends LinesEditorProps {
  readonly columns: readonly SheetColumn[]
}

export function LineCards(props: LineCardsProps) {
  const { id, lines, columns, faults, isLocked, label, onChange } = props
  const { t } = useTranslation()
  const [opened, setOpened] = useState<number | null>(null)
  const add = () => {
    onChange(insertLines(lines, lines.length))
    setOpened(lines.length)
  }
  return (
    <div id={id} className={cardStyles['cards']} role="group" aria-label={label}>
      {lines.map((line, at) => (
        <LineCard key={line.key} line={line} at={at} columns={columns} isFaulty={isFaulty(line, faults)} onOpen={() => setOpened(at)} />
      ))}
      <CardTotals columns={columns} lines={lines} />
      {!isLocked && (
        <Button block icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('fields:lines.add')}
        </Button>
      )}
      {opened !== null && opened < lines.length && <LineDrawer {...props} at={opened} onMove={setOpened} onClose={() => setOpened(null)} />}
    </div>
  )
}

interface LineCardProps {
  readonly line: FormLine
  readonly at: number
  readonly columns: readonly SheetColumn[]
  readonly isFaulty: boolean
  readonly onOpen: () => void
}

/** The first column is what the line is about, the last is mostly its amount; the others stand small between them. */
function LineCard({ line, at, columns, isFaulty: isMarked, onOpen }: LineCardProps) {
  const { t } = useTranslation()
  const [first, ...others] = columns.filter(({ field }) => !isBlank(line.values[field.name]))
  return (
    <button type="button" className={cardStyles['card']} onClick={onOpen}>
      <span className={cardStyles['cardNumber']}>{isMarked ? <WarningOutlined aria-label={t('fields:lines.faulty')} /> : at + 1}</span>
      <span className={cardStyles['cardBody']} inert>
        <span className={cardStyles['cardTitle']}>
          {first ? <FieldCell field={first.field} value={line.values[first.field.name]} /> : t('fields:lines.new')}
        </span>
        <span className={cardStyles['cardFacts']}>
          {others.map(({ field, label }) => (
            <span key={field.id} className={cardStyles['fact']}>
              <span className={cardStyles['factName']}>{label}</span>
              <FieldCell field={field} value={line.values[field.name]} />
            </span>
          ))}
        </span>
      </span>
      <span className="visually-hidden">{t('fields:lines.open', { line: at + 1 })}</span>
    </button>
  )
}

function CardTotals({ columns, lines }: Pick<LineCardsProps, 'columns' | 'lines'>) {
  const totals = totalsOf(columns.filter(({ isAdded }) => isAdded).map(({ field }) => field), lines)
  if (lines.length < 2) return null
  return (
    <dl className={cardStyles['totals']}>
      {columns
        .filter(({ field }) => totals[field.name] !== undefined)
        .map(({ field, shown, label }) => (
          <div key={field.id}>
            <dt>Σ {label}</dt>
            <dd>
              <FieldCell field={shown} value={totals[field.name]} />
            </dd>
          </div>
        ))}
    </dl>
  )
}

function isFaulty(line: FormLine, faults: LinesEditorProps['faults']): boolean {
  return faults[line.key] !== undefined || Object.keys(line.rejected).length > 0
}
