/** Kinds drawn on a canvas: the drawing, what clicking a mark offers, and the same figures as a table for screen readers. */
import { Dropdown } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { columnOf, isOthers } from '@/core/query/answer'
import { memberTitle } from '@/core/query/member'
import { useLocale } from '@/ui/locale/interface-language'
import { Loading } from '@/ui/feedback/loading'

import type { ChartSpec, Picked } from './chart-spec'
import styles from './charts.module.css'
import { useChartLook } from './look'
import type { PictureProps } from './picture-props'
import { FigureTable } from './table/picture'
import { useMemberWords } from './use-member-words'
import { useSize } from './use-size'

const Canvas = lazy(() => import('./canvas'))
const MOST_READ_OUT = 100

interface Pointed {
  readonly picked: Picked
  readonly x: number
  readonly y: number
}

export function DrawnPicture({ spec, ...props }: PictureProps & { readonly spec: ChartSpec }) {
  const { chart, query, answer, onDrill, onChoose } = props
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
    const canChoose = onChoose !== undefined && picked.dimension !== undefined && !isOthers(picked.row)
    if (canChoose) setPointed({ picked, ...at })
    else if (!isOthers(picked.row)) onDrill?.(picked)
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

const TABLE = { kind: 'table' } as const

interface MarkMenuProps extends PictureProps {
  readonly pointed: Pointed
  readonly onClose: () => void
}

/** At the pointer: filter the rest by this member, or see the records behind the mark. */
function MarkMenu({ answer, onDrill, onChoose, pointed, onClose }: MarkMenuProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const words = useMemberWords()
  const { picked, x, y } = pointed
  const column = columnOf(answer, picked.dimension ?? '')
  const member = column === undefined ? '' : memberTitle(picked.row, column, locale, words)
  const items = [
    { key: 'choose', label: t('reports:mark.choose', { member }), onClick: () => onChoose?.(picked) },
    ...(onDrill === undefined ? [] : [{ key: 'drill', label: t('reports:mark.drill'), onClick: () => onDrill(picked) }]),
  ]
  return (
    <Dropdown open trigger={['click']} menu={{ items, onClick: onClose }} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <span className={styles['pointed']} style={{ left: x, top: y }} />
    </Dropdown>
  )
}
