/** What is set for a board as a whole: how often it is read anew, and its filters. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import type { DashboardFilter } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import { TypedNumber } from '@/ui/entry/typed-number'

import type { BoardSettings } from './board-edits'
import styles from './boards.module.css'
import { FilterEntry } from './filter-entry'

const LEAST_SECONDS = 10
const MOST_SECONDS = 86_400

interface BoardPanelProps {
  readonly app: string
  readonly definition: Definition
  readonly settings: BoardSettings
  readonly onChange: (settings: BoardSettings) => void
  readonly onAddFilter: () => void
}

export function BoardPanel({ app, definition, settings, onChange, onAddFilter }: BoardPanelProps) {
  const { t } = useTranslation()
  const { filters = [], refresh } = settings
  const setFilters = (next: readonly DashboardFilter[]) => onChange(withFilters(settings, next))
  return (
    <>
      <label className={styles['entry']}>
        {t('dashboards:board.refresh')}
        <TypedNumber
          label={t('dashboards:board.refresh')}
          min={LEAST_SECONDS}
          max={MOST_SECONDS}
          value={refresh ?? null}
          placeholder={t('dashboards:board.refresh.none')}
          onCommit={(seconds) => onChange(withRefresh(settings, seconds))}
        />
      </label>
      <h2 className={styles['panelTitle']}>{t('dashboards:filters')}</h2>
      {filters.length === 0 && <p className={styles['quiet']}>{t('dashboards:filters.none')}</p>}
      {filters.map((filter, at) => (
        <FilterEntry
          key={filter.id}
          app={app}
          definition={definition}
          filter={filter}
          onChange={(next) => setFilters(filters.with(at, next))}
          onRemove={() => setFilters(filters.filter((each) => each !== filter))}
        />
      ))}
      <Button onClick={onAddFilter}>{t('dashboards:filter.add')}</Button>
    </>
  )
}

/** Without seconds a board is read anew when something changes. */
function withRefresh(settings: BoardSettings, seconds: number | null): BoardSettings {
  const { refresh: _, ...others } = settings
  return seconds === null ? others : { ...others, refresh: seconds }
}

export function withFilters(settings: BoardSettings, filters: readonly DashboardFilter[]): BoardSettings {
  const { filters: _, ...others } = settings
  return filters.length === 0 ? others : { ...others, filters }
}
