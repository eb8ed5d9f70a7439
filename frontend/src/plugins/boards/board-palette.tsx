/** What can be put on a board: a new question, words, a filter, reports there are. Dragged there, or pressed. */
import { FilterOutlined, FontSizeOutlined, PlusCircleOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Report } from '@/generated/metadata'
import { ChartSketch } from '@/plugins/charts/chart-sketch'
import { carry } from '@/ui/board/carried'
import { useLocale } from '@/ui/locale/interface-language'

import type { BoardSubject } from './board-subject'
import styles from './boards.module.css'

interface BoardPaletteProps {
  readonly reports: readonly Report[]
  readonly onAdd: (subject: BoardSubject) => void
}

export function BoardPalette({ reports, onAdd }: BoardPaletteProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const found = reports.filter(({ label, name }) => text(label, locale, name).toLowerCase().includes(search.toLowerCase()))
  return (
    <nav className={styles['offered']} aria-label={t('dashboards:palette')}>
      <h2 className={styles['panelTitle']}>{t('dashboards:palette.new')}</h2>
      <Offered subject={{ kind: 'question' }} icon={<PlusCircleOutlined aria-hidden />} words={t('dashboards:palette.question')} onAdd={onAdd} />
      <Offered subject={{ kind: 'words' }} icon={<FontSizeOutlined aria-hidden />} words={t('dashboards:palette.words')} onAdd={onAdd} />
      <Offered subject={{ kind: 'filter' }} icon={<FilterOutlined aria-hidden />} words={t('dashboards:palette.filter')} onAdd={onAdd} />
      <h2 className={styles['panelTitle']}>{t('dashboards:palette.reports')}</h2>
      {reports.length > 6 && <Input allowClear size="small" value={search} placeholder={t('dashboards:palette.search')} aria-label={t('dashboards:palette.search')} onChange={({ target }) => setSearch(target.value)} />}
      {found.length === 0 && <p className={styles['quiet']}>{t('dashboards:palette.none')}</p>}
      {found.map(({ id, label, name, chart }) => (
        <Offered key={id} subject={{ kind: 'report', report: id }} icon={<ChartSketch kind={chart.kind} />} words={text(label, locale, name)} onAdd={onAdd} />
      ))}
    </nav>
  )
}

interface OfferedProps {
  readonly subject: BoardSubject
  readonly icon: ReactNode
  readonly words: string
  readonly onAdd: (subject: BoardSubject) => void
}

function Offered({ subject, icon, words, onAdd }: OfferedProps) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={styles['offer']}
      draggable={subject.kind !== 'filter'}
      title={t('dashboards:palette.hint')}
      onDragStart={({ dataTransfer }) => carry(dataTransfer, subject)}
      onClick={() => onAdd(subject)}
    >
      {icon}
      <span>{words}</span>
    </button>
  )
}
