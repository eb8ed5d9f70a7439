/** Kinds drawn on a canvas: the drawing, what clicking a mark offers, and the same figures as a table for screen readers. */
import { Dropdown } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { columnOf, drillableFigures, isOthers } from '@/core/query/answer'
import { memberTitle } from '@/core/query/member'
import { useLocale } from '@/ui/locale/interface-language'
import { Loading } from '@/ui/feedback/loading'

import type { ChartSpec, Picked } from './chart-spec'
import styles from './charts.module.css'
import { useChartLook } from './look'
import { useLevelItems } from './level-items'
import type { PictureProps } from './picture-props'
import { FigureTable } from './table/picture'
import { useMemberWords } from './use-member-words'
import { useSize } from './use-size'

/** Begins to fetch what draws, so that it does not queue behind the answers it is for. */
export const loadCanvas = () => import('./canvas')

const Canvas = lazy(loadCanvas)
const MOST_READ_OUT = 100

interface Pointed {
  readonly picked: Picked
  readonly x: number
  readonly y: number
}

export function DrawnPicture({ spec, ...props }: PictureProps & { readonly spec: ChartSpec }) {
  const { chart, query, answer, onDrill, onChoose, waysDown } = props
  const [place, { width, height }] = useSize<HTMLDivElement>()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const locale = useLocale()
  const look = useChartLook()
  const words = useMemberWords()
  const option = useMemo(
    () => spec.option?.({ chart, query, answer, surroundings: { locale, words, look, width, height } }),
    [spec, chart, query, answer, locale, words, look, width, height],
  )
  const pick = (picked: Picked, at: { readonly x: number; readonly y: number }) => {
    const figures = onDrill === undefined ? [] : drillableFigures(query, picked.measure)
    const isMenu = canChoose(picked, onChoose) || (waysDown?.(picked) ?? []).length > 0
    if (figures.length === 1 && !isMenu) onDrill?.({ ...picked, measure: figures[0] ?? '' })
    else if (figures.length > 0 || isMenu) setPointed({ picked, ...at })
  }
  return (
    <div className={styles['drawn']} data-drawn ref={place}>
      {width > 0 && height > 0 && option !== undefined && (
        <Suspense fallback={<Loading rows={2} />}>
          <Canvas option={option} map={spec.map?.(chart)} width={width} height={height} onPick={pick} />
        </Suspense>
      )}
      <div className="visually-hidden">
        <FigureTable chart={TABLE} query={query} answer={{ ...answer, rows: answer.rows.slice(0, MOST_READ_OUT) }} />
      </div>
      {pointed !== null && <MarkMenu {...props} pointed={pointed} onClose={() => setPointed(null)} />}
    </div>
  )
}

function canChoose({ dimension, row }: Picked, onChoose: PictureProps['onChoose']): boolean {
  return onChoose !== undefined && dimension !== undefined && !isOthers(row)
}

const TABLE = { kind: 'table' } as const

interface MarkMenuProps extends PictureProps {
  readonly pointed: Pointed
  readonly onClose: () => void
}

/** At the pointer: filter the rest by this member, go down from it, or see the records behind the mark. */
function MarkMenu({ query, answer, onDrill, onChoose, waysDown, pointed, onClose }: MarkMenuProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const words = useMemberWords()
  const { picked, x, y } = pointed
  const column = columnOf(answer, picked.dimension ?? '')
  const member = column === undefined ? '' : memberTitle(picked.row, column, locale, words)
  const figures = onDrill === undefined ? [] : drillableFigures(query, picked.measure)
  const drills = figures.map((measure) => ({
    key: measure,
    label: figures.length === 1 ? t('reports:mark.drill') : t('reports:drill', { figure: text(columnOf(answer, measure)?.label, locale, measure) }),
    onClick: () => onDrill?.({ ...picked, measure }),
  }))
  const choice = { key: '=', label: t('reports:mark.choose', { member }), onClick: () => onChoose?.(picked) }
  const items = [...(canChoose(picked, onChoose) ? [choice] : []), ...useLevelItems(waysDown?.(picked) ?? []), ...drills]
  return (
    <Dropdown open trigger={['click']} menu={{ items, onClick: onClose }} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <span className={styles['pointed']} style={{ left: x, top: y }} />
    </Dropdown>
  )
}
