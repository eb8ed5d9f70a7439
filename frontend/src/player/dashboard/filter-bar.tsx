/** The filters over a board, and the members chosen by clicking as chips that can be let go. */
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { FilterValue } from '@/core/query/narrowing'
import type { DashboardFilter, Report } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import type { OpenDashboard } from '@/shared/reports/dashboards'
import { useLocale } from '@/ui/locale/interface-language'

import { MemberPicker, type MemberSource } from '@/plugins/reporting/member-picker'
import { PeriodPicker } from '@/plugins/reporting/period-picker'
import { fieldNamed } from '@/plugins/reporting/query-words'
import type { BoardState } from './board-state'
import styles from '@/plugins/boards/boards.module.css'

interface FilterBarProps {
  readonly app: string
  readonly definition: Definition
  readonly open: OpenDashboard
  readonly state: BoardState
}

export function FilterBar({ app, definition, open, state }: FilterBarProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { dashboard, reports } = open
  const filters = dashboard.filters ?? []
  if (filters.length === 0 && state.crosses.length === 0) return null
  const tileTitle = (id: string) => {
    const tile = dashboard.tiles.find((each) => each.id === id)
    return text(tile?.label ?? reports.find((report) => report.id === tile?.report)?.label, locale)
  }
  return (
    <section className={styles['filters']} aria-label={t('reports:filter.bar')}>
      {filters.map((filter) => (
        <Filter key={filter.id} app={app} definition={definition} reports={reports} filter={filter} value={state.values[filter.id] ?? null} onChange={(value) => state.setValue(filter.id, value)} />
      ))}
      {state.crosses.map((cross) => (
        <Tag
          key={`${cross.tile} ${cross.dimension.id}`}
          color="processing"
          className={styles['chip']}
          closable={{ 'aria-label': t('reports:filter.cross.remove', { member: cross.title }) }}
          onClose={() => state.removeCross(cross)}
        >
          {t('reports:filter.cross', { tile: tileTitle(cross.tile), member: cross.title })}
        </Tag>
      ))}
      {!state.isPreset && (
        <Button type="text" size="small" onClick={state.reset}>
          {t('reports:filter.reset')}
        </Button>
      )}
    </section>
  )
}

interface FilterProps {
  readonly app: string
  readonly definition: Definition
  readonly reports: readonly Report[]
  readonly filter: DashboardFilter
  readonly value: FilterValue | null
  readonly onChange: (value: FilterValue | null) => void
}

function Filter({ app, definition, reports, filter, value, onChange }: FilterProps) {
  const label = text(filter.label, useLocale())
  return (
    <span className={styles['filter']}>
      <span className={styles['filterLabel']}>{label}</span>
      {filter.kind === 'period' ? (
        <PeriodPicker label={label} value={value?.kind === 'period' ? value.period : null} onChange={(period) => onChange(period && { kind: 'period', period })} />
      ) : (
        <MemberPicker
          app={app}
          definition={definition}
          field={fieldNamed(definition, filter.fields[0] ?? '')}
          source={sourceOf(reports, filter)}
          label={label}
          value={value?.kind === 'members' ? value.members : []}
          onChange={(members) => onChange(members.length === 0 ? null : { kind: 'members', members })}
        />
      )}
    </span>
  )
}

/** A report that groups by a field of the filter can say which members there are. */
function sourceOf(reports: readonly Report[], { fields }: DashboardFilter): MemberSource | undefined {
  for (const { query } of reports) {
    const dimension = query.dimensions?.find(({ field, grain, bins }) => fields.includes(field) && grain === undefined && bins === undefined)
    if (dimension !== undefined) return { query, dimension: dimension.id }
  }
  return undefined
}
