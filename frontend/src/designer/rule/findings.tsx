/** What the table leaves open and says twice; a gap becomes a row with one click. */
import { CheckCircleOutlined, PlusOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Rule } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { useDrafting } from '../drafting/draft-context'
import { overlapsOf, sayValue, type Analysis, type Gap, type Overlap } from './analysis'
import { shown, type SheetColumn } from './columns'
import styles from './rule.module.css'

interface FindingsProps {
  readonly rule: Rule
  readonly columns: readonly SheetColumn[]
  readonly analysis: Analysis
  readonly onLit: (rows: readonly string[]) => void
}

export function Findings({ rule, columns, analysis, onLit }: FindingsProps) {
  const { t } = useTranslation()
  const { gaps, unreached, complete } = analysis
  const overlaps = overlapsOf(rule, analysis)
  const inputs = columns.filter(({ part }) => part === 'when')
  const isFine = gaps.length + overlaps.length + unreached.length === 0
  return (
    <section className={styles['findings']} aria-label={t('rules:findings')}>
      <h2>
        {isFine ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />} {t('rules:findings')}
      </h2>
      {isFine && <p className={styles['about']}>{t(complete ? 'rules:fine' : 'rules:tooLarge')}</p>}
      <ul>
        {gaps.map((gap) => (
          <GapItem key={gap.cells.join('|')} rule={rule} gap={gap} inputs={inputs} />
        ))}
        {overlaps.map((overlap) => (
          <OverlapItem key={overlap.rows.join()} rule={rule} overlap={overlap} inputs={inputs} onLit={onLit} />
        ))}
        {unreached.map((row) => (
          <li key={row}>{t('rules:unreached', { n: numberOf(rule, row) })}</li>
        ))}
      </ul>
    </section>
  )
}

interface GapItemProps {
  readonly rule: Rule
  readonly gap: Gap
  readonly inputs: readonly SheetColumn[]
}

function GapItem({ rule, gap, inputs }: GapItemProps) {
  const { t } = useTranslation()
  const { edit } = useDrafting()
  const said = useSaid(inputs)
  const when = gap.cells.map((cell) => (cell === '-' ? '' : cell))
  return (
    <li>
      {t('rules:gap', { cells: said(gap.cells), example: said(gap.example.map(sayValue)) })}
      <Button size="small" type="link" icon={<PlusOutlined aria-hidden />} onClick={() => void edit('add_rule_row', { rule: rule.id, when })}>
        {t('rules:addForGap')}
      </Button>
    </li>
  )
}

interface OverlapItemProps extends Omit<GapItemProps, 'gap'> {
  readonly overlap: Overlap
  readonly onLit: (rows: readonly string[]) => void
}

function OverlapItem({ rule, overlap, inputs, onLit }: OverlapItemProps) {
  const { t } = useTranslation()
  const said = useSaid(inputs)
  const [first, second] = overlap.rows
  return (
    <li>
      <Button size="small" type="link" className={styles['link']} onClick={() => onLit(overlap.rows)}>
        {t('rules:overlap', { first: numberOf(rule, first), second: numberOf(rule, second) })}
      </Button>
      {t('rules:example', { example: said(overlap.example.map(sayValue)) })}
    </li>
  )
}

/** Values of the inputs in words: `Share: < 25%, Growth: 3`; what may be anything is left out. */
function useSaid(inputs: readonly SheetColumn[]) {
  const locale = useLocale()
  return (cells: readonly string[]) =>
    inputs
      .map((column, at) => ({ name: text(column.label, locale), cell: shown(cells[at] ?? '-', column) }))
      .filter(({ cell }) => cell !== '-')
      .map(({ name, cell }) => `${name} ${cell}`)
      .join(', ')
}

function numberOf(rule: Rule, row: string): number {
  return rule.rows.findIndex(({ id }) => id === row) + 1
}
