/** One report on a board: its picture, when it was read, and what else one can do with it. */
import { MoreOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { formatInstant } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { columnOf, type Answer } from '@/core/query/answer'
import { memberTitle } from '@/core/query/member'
import { narrowed, type CrossFilter } from '@/core/query/narrowing'
import type { Dashboard, Query, Report, TableChart, Tile } from '@/generated/metadata'
import { ChartPicture } from '@/plugins/charts/chart-picture'
import type { Picked } from '@/plugins/charts/chart-spec'
import { useMemberWords } from '@/plugins/charts/use-member-words'
import { issuesOf } from '@/shared/api/problem'
import type { Definition } from '@/shared/definition/definition'
import { answerQuery } from '@/shared/reports/ask'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import type { Drilled } from '@/plugins/reporting/drill-drawer'
import { DrillTrail } from '@/plugins/reporting/drill-trail'
import { useDrilling } from '@/plugins/reporting/use-drilling'
import { Passport } from '@/plugins/reporting/passport'
import type { BoardState } from './board-state'
import styles from '@/plugins/boards/boards.module.css'

const TABLE: TableChart = { kind: 'table' }

export interface TileProps {
  readonly app: string
  readonly definition: Definition
  readonly dashboard: Dashboard
  readonly tile: Tile
  readonly report: Report
  readonly state: BoardState
  readonly onDrill: (drilled: Drilled) => void
}

export function ReportTile({ app, definition, dashboard, tile, report, state, onDrill }: TileProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const [isTable, setTable] = useState(false)
  const [isPassport, setPassport] = useState(false)
  const crosses = state.crosses.filter((cross) => cross.tile !== tile.id)
  const { query, untouchedBy } = narrowed(definition.entities, report.query, dashboard.filters ?? [], state.values, crosses)
  const drilling = useDrilling({ definition, query, chart: report.chart, paths: report.drill })
  const { data: answer, error, isPlaceholderData, refetch } = useQuery({
    ...answerQuery(app, drilling.query, locale),
    ...(dashboard.refresh === undefined ? {} : { refetchInterval: dashboard.refresh * 1000 }),
  })
  const choose = useChoosing(tile, drilling.query, state)
  const title = text(tile.label ?? report.label, locale, report.name)
  const untouched = (dashboard.filters ?? []).filter(({ id }) => untouchedBy.includes(id)).map(({ label }) => text(label, locale))
  const items = [
    ...(report.chart.kind === 'table' ? [] : [{ key: 'table', label: t(isTable ? 'reports:tile.asChart' : 'reports:tile.asTable'), onClick: () => setTable(!isTable) }]),
    { key: 'passport', label: t('reports:tile.definition'), onClick: () => setPassport(true) },
    { key: 'refresh', label: t('reports:tile.refresh'), onClick: () => void refetch() },
  ]
  return (
    <article className={styles['tile']} aria-label={title} aria-busy={isPlaceholderData || answer === undefined}>
      <header className={styles['tileHead']}>
        <h2 className={styles['tileTitle']} title={title}>
          {title}
        </h2>
        {untouched.length > 0 && <span className={styles['untouched']}>{t('reports:tile.untouched', { filters: untouched.join('、') })}</span>}
        <Dropdown menu={{ items }} trigger={['click']}>
          <Button type="text" size="small" icon={<MoreOutlined aria-hidden />} aria-label={t('reports:tile.menu', { tile: title })} />
        </Dropdown>
      </header>
      <DrillTrail {...drilling} />
      <div className={styles['tileBody']}>
        {error !== null && <IssueList issues={issuesOf(error)} />}
        {error === null && answer === undefined && <Loading rows={2} />}
        {error === null && answer !== undefined && (
          <ChartPicture
            chart={isTable ? TABLE : drilling.chart}
            query={drilling.query}
            answer={answer}
            onDrill={(picked) => onDrill({ query: drilling.query, answer, picked })}
            onChoose={tile.cross_filter === false ? undefined : (picked) => choose(picked, answer)}
            waysDown={(picked) => drilling.waysFrom(picked, answer)}
          />
        )}
      </div>
      {answer !== undefined && <AsOf answer={answer} />}
      <Passport definition={definition} report={report} query={drilling.query} answer={answer} isOpen={isPassport} onClose={() => setPassport(false)} />
    </article>
  )
}

function AsOf({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const at = formatInstant(answer.as_of, locale)
  return (
    <Tooltip title={t('reports:asOf', { at })}>
      <footer className={styles['asOf']}>{t('reports:asOf', { at })}</footer>
    </Tooltip>
  )
}

/** Choosing a member of a dimension, told with its title. */
function useChoosing(tile: Tile, query: Query, state: BoardState) {
  const locale = useLocale()
  const words = useMemberWords()
  return ({ row, dimension: id }: Picked, answer: Answer) => {
    const dimension = query.dimensions?.find((each) => each.id === id)
    const column = id === undefined ? undefined : columnOf(answer, id)
    if (dimension === undefined || column === undefined) return
    const home = dimension.home ?? query.measures[0]?.home ?? ''
    const cross: CrossFilter = { tile: tile.id, dimension, home, value: row[dimension.id] ?? null, title: memberTitle(row, column, locale, words) }
    state.toggleCross(cross)
  }
}
