/** Asking questions of one's own: fields onto shelves, a picture that follows, and from there onto a dashboard. */
import { RedoOutlined, SaveOutlined, UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'

import { AskingCanvas } from '@/plugins/asking/asking-canvas'
import { useAsking } from '@/plugins/asking/asking-context'
import { AskingInspector } from '@/plugins/asking/asking-inspector'
import { AskingProvider } from '@/plugins/asking/asking-provider'
import { FieldPanel } from '@/plugins/asking/field-panel'
import styles from '@/plugins/asking/asking.module.css'
import { DrillDrawer, type Drilled } from '@/plugins/reporting/drill-drawer'
import { issuesOf } from '@/shared/api/problem'
import type { DashboardEntry, Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'
import { useHistoryKeys } from '@/ui/use-history-keys'

import { SaveDialog } from './save-dialog'
import { useExploration } from './use-exploration'

export default function ExplorePage() {
  const { app = '' } = useParams()
  const { t } = useTranslation()
  const { data: definition, error } = useDefinition(app)
  if (error !== null) {
    return (
      <Page>
        <IssueList issues={issuesOf(error)} />
      </Page>
    )
  }
  if (definition === undefined) return <Loading />
  if (definition.explore !== true) return <EmptyState title={t('explore:denied')} hint={t('explore:denied.hint')} />
  return <Explorer key={app} app={app} definition={definition} />
}

interface ExplorerProps {
  readonly app: string
  readonly definition: Definition
}

function Explorer({ app, definition }: ExplorerProps) {
  const { t } = useTranslation()
  const { exploration, change, history } = useExploration()
  const [drilled, setDrilled] = useState<Drilled | null>(null)
  useHistoryKeys(history)
  return (
    <AskingProvider app={app} definition={definition} exploration={exploration} onChange={change}>
      <Page wide>
        <PageHeader
          title={t('shell:explore')}
          description={t('explore:description')}
          actions={
            <>
              <Button icon={<UndoOutlined aria-hidden />} disabled={!history.canUndo} onClick={history.undo}>
                {t('explore:undo')}
              </Button>
              <Button icon={<RedoOutlined aria-hidden />} disabled={!history.canRedo} onClick={history.redo}>
                {t('explore:redo')}
              </Button>
              <Saving app={app} definition={definition} />
            </>
          }
        />
        <div className={styles['explorer']}>
          <div className={styles['boxed']}>
            <FieldPanel />
          </div>
          <AskingCanvas onDrill={setDrilled} />
          <aside className={styles['boxed']} aria-label={t('explore:settings')}>
            <AskingInspector />
          </aside>
        </div>
      </Page>
      <DrillDrawer app={app} definition={definition} drilled={drilled} onClose={() => setDrilled(null)} />
    </AskingProvider>
  )
}

/** Onto a dashboard one may design, or onto a new one of an app one may design. */
function Saving({ app, definition }: ExplorerProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { asked, issues } = useAsking()
  const [isSaving, setSaving] = useState(false)
  const dashboards = (definition.dashboards ?? []).filter(({ id }) => definition.design.includes(id))
  const mayAdd = definition.design.includes(definition.app.id)
  if (dashboards.length === 0 && !mayAdd) return null
  const open = ({ name }: Pick<DashboardEntry, 'name'>) => void navigate(`/a/${app}/dashboards/${name}`)
  return (
    <>
      <Button type="primary" icon={<SaveOutlined aria-hidden />} disabled={asked === null || issues.length > 0} onClick={() => setSaving(true)}>
        {t('explore:save')}
      </Button>
      {isSaving && asked !== null && <SaveDialog app={app} asked={asked} dashboards={dashboards} mayAdd={mayAdd} onClose={() => setSaving(false)} onSaved={open} />}
    </>
  )
}
