/** Changing a board beside the draft: tiles and filters are put together here, saving publishes all at once. */
import { useQueries } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Report } from '@/generated/metadata'
import { ArrangedBoard } from '@/plugins/boards/arranged-board'
import { isComplete } from '@/plugins/boards/board-edits'
import { BoardPalette } from '@/plugins/boards/board-palette'
import { BoardPanel } from '@/plugins/boards/board-panel'
import styles from '@/plugins/boards/boards.module.css'
import { QuestionDialog } from '@/plugins/boards/question-dialog'
import { TilePanel } from '@/plugins/boards/tile-panel'
import { issuesOf } from '@/shared/api/problem'
import type { Definition } from '@/shared/definition/definition'
import { useApply } from '@/shared/reports/apply'
import { dashboardQuery, type OpenDashboard } from '@/shared/reports/dashboards'
import { IssueList } from '@/ui/feedback/issue-list'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { RemoveDashboard } from './remove-dashboard'
import { useBoardDraft } from './use-board-draft'

interface BoardEditorProps {
  readonly app: string
  readonly definition: Definition
  readonly open: OpenDashboard
  readonly onClose: () => void
}

export default function BoardEditor({ app, definition, open, onClose }: BoardEditorProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { message } = App.useApp()
  const { dashboard } = open
  const draft = useBoardDraft(definition, dashboard, useReports(app, definition, open))
  const { tiles, reports, selected, chosen, settings, commands } = draft
  const { mutate, isPending, error } = useApply(app)
  const done = (outcome: string) => {
    void message.success(t(outcome === 'published' ? 'dashboards:edit.saved' : 'dashboards:edit.proposed'))
    onClose()
  }
  const save = () => mutate({ commands, note: t('dashboards:edit.note', { dashboard: text(dashboard.label, locale) }) }, { onSuccess: done })
  return (
    <Page wide>
      <PageHeader
        title={t('dashboards:edit', { dashboard: text(dashboard.label, locale) })}
        description={t('dashboards:edit.hint')}
        actions={
          <>
            <Button onClick={onClose}>{t('dashboards:edit.cancel')}</Button>
            <Button type="primary" disabled={commands.length === 0 || !isComplete(settings)} loading={isPending} onClick={save}>
              {t('dashboards:edit.save')}
            </Button>
          </>
        }
      />
      {error !== null && <IssueList issues={issuesOf(error)} />}
      <div className={styles['workbench']}>
        <div className={styles['panel']}>
          <BoardPalette reports={reports} onAdd={(subject) => draft.add(subject)} />
        </div>
        <ArrangedBoard
          app={app}
          tiles={tiles}
          reports={reports}
          chosen={selected}
          onChoose={draft.select}
          onMove={draft.move}
          onAdd={draft.add}
          onRemove={draft.remove}
          onCopy={draft.copy}
        />
        <aside className={styles['panel']} aria-label={t('dashboards:panel')}>
          {chosen === undefined ? (
            <>
              <p className={styles['quiet']}>{t('dashboards:panel.none')}</p>
              <BoardPanel app={app} definition={definition} settings={settings} onChange={draft.set} onAddFilter={draft.addFilter} />
              <RemoveDashboard app={app} dashboard={dashboard} />
            </>
          ) : (
            <>
              <Button onClick={() => draft.select(null)}>{t('dashboards:panel.board')}</Button>
              <TilePanel
                key={chosen.id}
                tile={chosen}
                report={reports.find(({ id }) => id === chosen.report)}
                onChange={draft.change}
                onPlace={(place) => draft.place(chosen.id, place)}
                onRemove={() => draft.remove(chosen.id)}
                onCopy={() => draft.copy(chosen.id)}
              />
            </>
          )}
        </aside>
      </div>
      {draft.isAsking && <QuestionDialog app={app} definition={definition} onDone={draft.ask} onClose={draft.cancelAsking} />}
    </Page>
  )
}

/** Reports one may put here: those on this board and on the others one may open. */
function useReports(app: string, definition: Definition, open: OpenDashboard): readonly Report[] {
  const others = (definition.dashboards ?? []).filter(({ id }) => id !== open.dashboard.id)
  const boards = useQueries({ queries: others.map(({ name }) => dashboardQuery(app, name)) })
  const all = [...open.reports, ...boards.flatMap(({ data }) => data?.reports ?? [])]
  return [...new Map(all.map((report) => [report.id, report])).values()]
}
