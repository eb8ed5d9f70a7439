/** Rows and figures exactly as they are; figures open their records, members filter what stands beside. */
import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import { isOthers, type Answer, type AnswerColumn, type AnswerRow } from '@/core/query/answer'
import { fullFigure } from '@/core/query/figure'
import { memberTitle, memberWordsFor } from '@/core/query/member'
import type { Query, TableChart } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import styles from '../charts.module.css'
import { useLevelItems } from '../level-items'
import type { PictureProps, WayDown } from '../picture-props'
import { useMemberWords } from '../use-member-words'
import { isDrillable, tableLayout, type TableColumn, type TableLayout, type TableRow } from './layout'

export function Picture(props: PictureProps<TableChart>) {
  const name = useTableName(props.answer)
  return (
    // A region that scrolls is reached by the keyboard; without figures to press nothing else in it could be.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['tableScroll']} role="region" aria-label={name} tabIndex={0}>
      <FigureTable {...props} />
    </div>
  )
}

/** The table alone, also for those who hear a drawing instead of seeing it. */
export function FigureTable({ chart, query, answer, onDrill, onChoose, waysDown }: PictureProps<TableChart>) {
  const layout = tableLayout(answer, chart.columns)
  return (
    <table className={styles['table']}>
      <Head layout={layout} query={query} />
      <tbody>
        {layout.rows.map((row) => (
          <Row key={row.key} row={row} layout={layout} query={query} onDrill={onDrill} onChoose={onChoose} waysDown={waysDown} />
        ))}
      </tbody>
      {layout.total && (
        <tfoot>
          <Row row={layout.total} layout={layout} query={query} onDrill={onDrill} />
        </tfoot>
      )}
    </table>
  )
}

function useTableName(answer: Answer): string {
  const locale = useLocale()
  return answer.columns.map(({ label, id }) => text(label, locale, id)).join('、')
}

function Head({ layout, query }: { readonly layout: TableLayout; readonly query: Query }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const title = useTitles(query)
  const { left, across, columns } = layout
  const measures = new Set(columns.map(({ measure }) => measure.id)).size
  const isTwofold = across !== undefined && measures > 1
  const groupOf = ({ member }: TableColumn) => (member === undefined || across === undefined ? t('reports:total') : title(member.row, across))
  const headOf = (column: TableColumn) => {
    if (across !== undefined && !isTwofold) return groupOf(column)
    const figure = text(column.measure.label, locale, column.measure.id)
    return column.isChange === true ? t('reports:change', { figure }) : figure
  }
  const heads = columns.map((column) => (
    <th key={column.key} scope="col" className={styles['figure']}>
      {headOf(column)}
    </th>
  ))
  const names = left.map(({ id, label }) => (
    <th key={id} scope="col" rowSpan={isTwofold ? 2 : 1}>
      {text(label, locale, id)}
    </th>
  ))
  if (!isTwofold) {
    return (
      <thead>
        <tr>
          {names}
          {heads}
        </tr>
      </thead>
    )
  }
  return (
    <thead className={styles['twofold']}>
      <tr>
        {names}
        {columns
          .filter((_, at) => at % measures === 0)
          .map((column) => (
            <th key={column.key} scope="colgroup" colSpan={measures} className={styles['group']}>
              {groupOf(column)}
            </th>
          ))}
      </tr>
      <tr>{heads}</tr>
    </thead>
  )
}

interface RowProps extends Pick<PictureProps, 'query' | 'onDrill' | 'onChoose' | 'waysDown'> {
  readonly row: TableRow
  readonly layout: TableLayout
}

function Row({ row, layout, query, onDrill, onChoose, waysDown }: RowProps) {
  const { t } = useTranslation()
  const title = useTitles(query)
  const measure = layout.columns[0]?.measure.id ?? ''
  return (
    <tr className={row.isSubtotal === true ? styles['subtotal'] : undefined}>
      {row.head === null && layout.left.length > 0 && (
        <th scope="row" colSpan={layout.left.length}>
          {t('reports:total')}
        </th>
      )}
      {row.isSubtotal === true && (
        <th scope="row" colSpan={layout.left.length}>
          {t('reports:subtotal', { member: layout.left.slice(0, row.depth ?? 1).map((column) => title(row.head ?? {}, column)).join(' · ') })}
        </th>
      )}
      {row.head !== null &&
        row.isSubtotal !== true &&
        layout.left.map((column) => (
          <th key={column.id} scope="row">
            <Member
              words={title(row.head ?? {}, column)}
              onChoose={chooser({ row: row.head ?? {}, dimension: column.id, measure, onChoose })}
              ways={waysDown?.({ row: row.head ?? {}, dimension: column.id, measure }) ?? []}
            />
          </th>
        ))}
      {layout.columns.map((column, at) => (
        <td key={column.key} className={styles['figure']}>
          <Figure query={query} row={row.cells[at]} column={column.measure} onDrill={onDrill} />
        </td>
      ))}
    </tr>
  )
}

interface Choosing extends Pick<PictureProps, 'onChoose'> {
  readonly row: AnswerRow
  readonly dimension: string
  readonly measure: string
}

function chooser({ row, dimension, measure, onChoose }: Choosing) {
  return onChoose === undefined || isOthers(row) ? undefined : () => onChoose({ row, dimension, measure })
}

interface MemberProps {
  readonly words: string
  readonly onChoose: (() => void) | undefined
  readonly ways: readonly WayDown[]
}

/** A member filters at a click; where one can also go down from it, a menu offers both. */
function Member({ words, onChoose, ways }: MemberProps) {
  const { t } = useTranslation()
  const levels = useLevelItems(ways)
  if (onChoose === undefined && levels.length === 0) return words
  const face = (
    <button type="button" className={styles['plainButton']} onClick={levels.length === 0 ? onChoose : undefined}>
      {words}
    </button>
  )
  if (levels.length === 0) return face
  const choice = onChoose === undefined ? [] : [{ key: '=', label: t('reports:mark.choose', { member: words }), onClick: onChoose }]
  return (
    <Dropdown trigger={['click']} menu={{ items: [...choice, ...levels] }}>
      {face}
    </Dropdown>
  )
}

interface FigureProps extends Pick<PictureProps, 'query' | 'onDrill'> {
  readonly row: AnswerRow | undefined
  readonly column: AnswerColumn
}

function Figure({ query, row, column, onDrill }: FigureProps) {
  const words = fullFigure(row?.[column.id], column, useLocale())
  if (onDrill === undefined || !isDrillable(query, row, column.id)) return words
  return (
    <button type="button" className={styles['plainButton']} onClick={() => onDrill({ row, measure: column.id })}>
      {words}
    </button>
  )
}

/** Titles of members, with the words a dimension's author chose where there is none. */
function useTitles(query: Query) {
  const locale = useLocale()
  const words = useMemberWords()
  return (row: AnswerRow, column: AnswerColumn) => {
    const dimension = query.dimensions?.find(({ id }) => id === column.id)
    return memberTitle(row, column, locale, memberWordsFor(dimension, locale, words))
  }
}
