/** What is set for a board as a whole: how often it is read anew, its filters; and removing it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Dashboard, DashboardFilter } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import type { Definition } from '@/shared/definition/definition'
import { applyEdits, newDocumentId } from '@/shared/reports/apply'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'

import type { BoardSettings } from './board-edits'
import styles from './dashboard.module.css'
import { FilterEntry } from './filter-entry'

const LEAST_SECONDS = 10
const MOST_SECONDS = 86_400

interface BoardPanelProps {
  readonly app: string
  readonly definition: Definition
  readonly dashboard: Dashboard
  readonly settings: BoardSettings
  readonly onChange: (settings: BoardSettings) => void
}

export function BoardPanel({ app, definition, dashboard, settings, onChange }: BoardPanelProps) {
  const { t } = useTranslation()
  const { filters = [], refresh } = settings
  const setFilters = (next: readonly DashboardFilter[]) => onChange(withFilters(settings, next))
  const add = () => setFilters([...filters, { id: newDocumentId('flt'), label: {}, fields: [], kind: 'period' }])
  return (
    <>
      <h2 className={styles['panelTitle']}>{t('dashboards:board')}</h2>
      <label className={styles['entry']}>
        {t('dashboards:board.refresh')}
        <InputNumber
          min={LEAST_SECONDS}
          max={MOST_SECONDS}
          precision={0}
          value={refresh ?? null}
          placeholder={t('dashboards:board.refresh.none')}
          onChange={(seconds) => onChange(withRefresh(settings, seconds))}
        />
      </label>
      {filters.map((filter, at) => (
        <FilterEntry
          key={filter.id}
          definition={definition}
          filter={filter}
          onChange={(next) => setFilters(filters.with(at, next))}
          onRemove={() => setFilters(filters.filter((each) => each !== filter))}
        />
      ))}
      <Button onClick={add}>{t('dashboards:filter.add')}</Button>
      <Removing app={app} dashboard={dashboard} />
    </>
  )
}

function Removing({ app, dashboard }: Pick<BoardPanelProps, 'app' | 'dashboard'>) {
  const { t } = useTranslation()
  const { message, modal } = App.useApp()
  const navigate = useNavigate()
  const name = text(dashboard.label, useLocale(), dashboard.name)
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => applyEdits(app, { commands: [{ kind: 'remove_dashboard', params: { dashboard: dashboard.id } }], note: t('dashboards:remove.note', { dashboard: name }) }),
    // Away from the page first: asked for anew, it would be absent and say so.
    onSuccess: async () => {
      void message.success(t('dashboards:removed'))
      await navigate(`/a/${app}`)
      client.removeQueries({ queryKey: ['dashboard', app] })
      await client.invalidateQueries({ queryKey: ['definition', app] })
    },
  })
  const title = t('dashboards:remove.title', { dashboard: name })
  const press = async () => {
    const question = { title, content: t('dashboards:remove.consequence'), okText: t('dashboards:remove'), okButtonProps: { danger: true }, cancelText: t('common:cancel') }
    if (await modal.confirm(question)) mutate()
  }
  return (
    <>
      {error !== null && <IssueList issues={issuesOf(error)} />}
      <Button danger loading={isPending} onClick={() => void press()}>
        {t('dashboards:remove')}
      </Button>
    </>
  )
}

/** Without seconds a board is read anew when something changes. */
function withRefresh(settings: BoardSettings, seconds: number | null): BoardSettings {
  const { refresh: _, ...others } = settings
  return seconds === null ? others : { ...others, refresh: seconds }
}

function withFilters(settings: BoardSettings, filters: readonly DashboardFilter[]): BoardSettings {
  const { filters: _, ...others } = settings
  return filters.length === 0 ? others : { ...others, filters }
}
