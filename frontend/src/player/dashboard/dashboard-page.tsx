/** A board of reports: filters over all of them, tiles that filter each other, records behind every figure. */
import { EditOutlined, PlusOutlined, ReloadOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'

import { text } from '@/core/i18n/text'
import { loadCanvas } from '@/plugins/charts/drawn-picture'
import { isProblem, issuesOf } from '@/shared/api/problem'
import type { Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import { dashboardQuery, type OpenDashboard } from '@/shared/reports/dashboards'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { useBoardState } from './board-state'
import { FilterBar } from './filter-bar'
import { Tiles } from './tiles'
import { useLiveRefresh } from './use-live-refresh'

const BoardEditor = lazy(() => import('./board-editor'))
const NewDashboard = lazy(() => import('./new-dashboard'))

export default function DashboardPage() {
  const { app = '', dashboard: name = '' } = useParams()
  const { t } = useTranslation()
  useEffect(() => void loadCanvas(), [])
  const { data: definition, error: definitionError } = useDefinition(app)
  const { data: open, error } = useQuery(dashboardQuery(app, name))
  const fault = definitionError ?? error
  if (isProblem(fault, 404)) {
    return <EmptyState title={t('reports:dashboard.absent')} hint={t('reports:dashboard.absent.hint')} />
  }
  if (fault !== null) {
    return (
      <Page>
        <IssueList issues={issuesOf(fault)} />
      </Page>
    )
  }
  if (definition === undefined || open === undefined) return <Loading />
  return <OpenBoard key={open.dashboard.id} app={app} definition={definition} open={open} />
}

interface OpenBoardProps {
  readonly app: string
  readonly definition: Definition
  readonly open: OpenDashboard
}

function OpenBoard({ app, definition, open }: OpenBoardProps) {
  const [isEditing, setEditing] = useState(false)
  if (!isEditing) return <ReadBoard app={app} definition={definition} open={open} onEdit={() => setEditing(true)} />
  return (
    <Suspense fallback={<Loading />}>
      <BoardEditor app={app} definition={definition} open={open} onClose={() => setEditing(false)} />
    </Suspense>
  )
}

function ReadBoard({ app, definition, open, onEdit }: OpenBoardProps & { readonly onEdit: () => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const client = useQueryClient()
  const { dashboard } = open
  const state = useBoardState(dashboard)
  const [isAdding, setAdding] = useState(false)
  useLiveRefresh(app, dashboard.refresh === undefined)
  const refreshed = dashboard.refresh === undefined ? undefined : t('reports:dashboard.refreshed', { seconds: dashboard.refresh })
  return (
    <Page wide>
      <PageHeader
        title={text(dashboard.label, locale, dashboard.name)}
        description={text(dashboard.description, locale) || refreshed}
        actions={
          <>
            <Button icon={<ReloadOutlined aria-hidden />} title={refreshed} onClick={() => void client.invalidateQueries({ queryKey: ['answer', app] })}>
              {t('reports:dashboard.refresh')}
            </Button>
            {definition.design.includes(definition.app.id) && (
              <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
                {t('dashboards:new')}
              </Button>
            )}
            {definition.design.includes(dashboard.id) && (
              <Button icon={<EditOutlined aria-hidden />} onClick={onEdit}>
                {t('reports:dashboard.edit')}
              </Button>
            )}
          </>
        }
      />
      <FilterBar app={app} definition={definition} open={open} state={state} />
      <Tiles app={app} definition={definition} open={open} state={state} />
      {isAdding && (
        <Suspense>
          <NewDashboard app={app} like={dashboard} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </Page>
  )
}
